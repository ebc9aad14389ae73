package vn.giaouoc.notification;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * Writes the letters, from the templates in {@code mail-templates}. They name the task, its case, unit and due date, nobody but the
 * receiver and the absent official it stands in for, and nothing of what the case holds.
 */
@Component
class LetterTexts {

    /** Tasks that one letter lists; the others are in Tasklist. */
    static final int MOST = 50;
    private static final int LONGEST_SUBJECT = 200;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final String textFrame;
    private final String htmlFrame;
    private final String htmlRow;
    private final String place;
    private final String address;
    private final Clock clock;

    LetterTexts(@Value("${giaouoc.place}") String place, @Value("${giaouoc.public-url}") String address, Clock clock) throws IOException {
        this.textFrame = read("letter.txt");
        this.htmlFrame = read("letter.html");
        this.htmlRow = read("row.html");
        this.place = place;
        this.address = address;
        this.clock = clock;
    }

    /** The letter of one day: reminders, and what else the person wants to read together. */
    Letter daily(String name, List<NoticeRow> notices) {
        String subject = "Việc cần chú ý ngày %s: %d việc".formatted(DAY.format(today()), notices.size());
        return letter(name, subject, notices);
    }

    /** A letter about one task, or about several of one kind that came together. */
    Letter single(String name, NoticeKind kind, List<NoticeRow> notices) {
        NoticeRow first = notices.get(0);
        String subject = notices.size() > 1 ? "%s: %d việc".formatted(kind.label(), notices.size()) : switch (kind) {
            case NEW_TASK -> "Việc mới: " + first.taskName();
            case REMINDER -> "Việc đến hạn ngày %s: %s".formatted(day(first.dueAt()), first.taskName());
            case ESCALATION -> (first.urges() ? "Đôn đốc việc quá hạn từ ngày %s: %s" : "Việc quá hạn từ ngày %s: %s")
                    .formatted(day(first.dueAt()), first.taskName());
        };
        return letter(name, subject, notices);
    }

    private Letter letter(String name, String subject, List<NoticeRow> notices) {
        Map<String, List<NoticeRow>> parts = notices.stream().collect(Collectors.groupingBy(this::heading, LinkedHashMap::new,
                Collectors.toList()));
        return new Letter(oneLine("[Giao Ước] " + subject),
                fill(textFrame, Function.identity(), Map.of("name", name), textParts(parts)),
                fill(htmlFrame, LetterTexts::escaped, Map.of("name", name, "subject", subject), htmlParts(parts)));
    }

    /** Under what a task is listed; by the day on which the letter is written. */
    private String heading(NoticeRow notice) {
        if (notice.kind() == NoticeKind.NEW_TASK) {
            return "Việc mới";
        }
        if (notice.urges()) {
            return "Việc quá hạn cần đôn đốc";
        }
        LocalDate due = LocalDate.ofInstant(notice.dueAt(), clock.getZone());
        if (notice.kind() == NoticeKind.ESCALATION || due.isBefore(today())) {
            return "Việc đã quá hạn";
        }
        return due.equals(today()) ? "Việc đến hạn hôm nay"
                : notice.occasion().startsWith("LATE") ? "Nhắc lần cuối: việc sắp đến hạn" : "Việc sắp đến hạn";
    }

    private String textParts(Map<String, List<NoticeRow>> parts) {
        return listed(parts, (heading, rows, more) -> heading.toUpperCase() + "\n\n" + rows.stream().map(this::textRow)
                .collect(Collectors.joining("\n")) + (more.isEmpty() ? "" : "\n" + more + "\n"), "\n");
    }

    private String htmlParts(Map<String, List<NoticeRow>> parts) {
        return listed(parts, (heading, rows, more) -> "<h2 style=\"font-size:16px\">" + escaped(heading) + "</h2>\n"
                + rows.stream().map(this::htmlRow).collect(Collectors.joining()) + (more.isEmpty() ? "" : "<p>" + more + "</p>\n"), "");
    }

    private interface Part {
        String write(String heading, List<NoticeRow> rows, String more);
    }

    private static String listed(Map<String, List<NoticeRow>> parts, Part part, String between) {
        return parts.entrySet().stream().map(entry -> {
            int left = entry.getValue().size() - MOST;
            return part.write(entry.getKey(), entry.getValue().stream().limit(MOST).toList(),
                    left > 0 ? "Và " + left + " việc khác trong danh sách công việc." : "");
        }).collect(Collectors.joining(between));
    }

    private String textRow(NoticeRow notice) {
        return "- " + oneLine(notice.taskName()) + "\n  " + facts(notice).collect(Collectors.joining("\n  ")) + "\n"
                + (notice.link() ? "  " + link(notice) + "\n" : "");
    }

    private String htmlRow(NoticeRow notice) {
        String name = escaped(oneLine(notice.taskName()));
        return htmlRow.replace("{{task}}", notice.link() ? "<a href=\"" + escaped(link(notice)) + "\">" + name + "</a>" : name)
                .replace("{{facts}}", facts(notice).map(LetterTexts::escaped).collect(Collectors.joining("<br>")));
    }

    private Stream<String> facts(NoticeRow notice) {
        return Stream.of(notice.title() == null ? null : notice.title(), notice.unitName() == null ? null : "Đơn vị: " + notice.unitName(),
                notice.caseCode() == null ? null : "Mã hồ sơ: " + notice.caseCode(),
                notice.dueAt() == null ? null : "Hạn: " + day(notice.dueAt()),
                notice.insteadOf() == null ? null : "Xử lý thay ông/bà " + notice.insteadOf()).filter(fact -> fact != null).map(LetterTexts::oneLine);
    }

    private String link(NoticeRow notice) {
        return address + "/camunda/app/tasklist/default/#/?task=" + notice.taskId();
    }

    /** The parts come last: nothing a task is called is taken for a place to fill in. */
    private String fill(String frame, Function<String, String> written, Map<String, String> values, String parts) {
        String filled = frame.replace("{{place}}", written.apply(place)).replace("{{settings}}", written.apply(address + "/giaouoc/notices.html"))
                .replace("{{tasklist}}", written.apply(address + "/camunda/app/tasklist/default/"));
        String[] halves = filled.split("\\{\\{parts}}", 2);
        for (var value : values.entrySet()) {
            halves[0] = halves[0].replace("{{" + value.getKey() + "}}", written.apply(oneLine(value.getValue())));
        }
        return halves[0] + parts + halves[1];
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    /** Without line breaks and other control characters: no name can add a header or a line. */
    private static String oneLine(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        return line.length() <= LONGEST_SUBJECT ? line : line.substring(0, LONGEST_SUBJECT - 1) + "…";
    }

    private String day(Instant moment) {
        return moment == null ? "…" : DAY.format(moment.atZone(clock.getZone()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String read(String name) throws IOException {
        return new ClassPathResource("mail-templates/" + name).getContentAsString(StandardCharsets.UTF_8);
    }
}
