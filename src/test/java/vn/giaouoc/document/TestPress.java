package vn.giaouoc.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.core.io.ClassPathResource;
import vn.giaouoc.test.Docx;

/** Prints with the product's own templates, without a database, for tests of what papers say. */
public final class TestPress {

    private TestPress() {
    }

    /** Both forms, which must say the same; kept in {@code target/papers} to be looked at. @return what they say */
    public static String text(String name, String template, PaperContent content) {
        Printed printed = print(template, content);
        keep(name, printed);
        String docx = Docx.text(printed.docx());
        same(dense(docx), new PdfFacts(printed.pdf()).bodies.stream().map(TestPress::dense).toList(), name);
        return docx;
    }

    public static Printed print(String template, PaperContent content) {
        try {
            return Printer.press(template, 1, new ClassPathResource("paper-templates/" + template + ".docx").getContentAsByteArray(), content);
        } catch (IOException | TemplateFault e) {
            throw new AssertionError(e);
        }
    }

    /** Page by page; a page may begin with the head of a table that goes on, which the DOCX has once. */
    private static void same(String docx, List<String> pages, String name) {
        int at = 0;
        for (String page : pages) {
            int from = at;
            int head = IntStream.rangeClosed(0, page.length()).filter(skip -> docx.startsWith(page.substring(skip), from)
                    && docx.substring(0, from).contains(page.substring(0, skip))).findFirst().orElse(page.length());
            if (head == page.length() && !page.isEmpty()) {
                throw new AssertionError("DOCX and PDF of " + name + " do not say the same at: " + docx.substring(at, Math.min(at + 200, docx.length())));
            }
            at += page.length() - head;
        }
        if (at != docx.length()) {
            throw new AssertionError("The PDF of " + name + " ends before: " + docx.substring(at));
        }
    }

    private static void keep(String name, Printed printed) {
        try {
            Files.createDirectories(Path.of("target", "papers"));
            Files.write(Path.of("target", "papers", name + ".pdf"), printed.pdf());
            Files.write(Path.of("target", "papers", name + ".docx"), printed.docx());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String dense(String text) {
        return text.replaceAll("[\\s\u00a0]+", "");
    }
}
