package vn.giaouoc.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CLI;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A real browser wherever the tests run: a system Chromium, else the one Playwright fetches, else Debian's package when
 * the tests run as root, else a failure that says so. Nothing is ever skipped.
 */
final class Chromium {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private Chromium() {
    }

    static Browser launch(Playwright playwright) {
        Optional<Path> installed = find();
        if (installed.isPresent()) {
            return playwright.chromium().launch(options().setExecutablePath(installed.get()));
        }
        System.out.println("[e2e] no Chromium found, asking Playwright for one …");
        if (run(List.of(java(), "-cp", System.getProperty("java.class.path"), CLI.class.getName(), "install", "chromium"))) {
            try {
                return playwright.chromium().launch(options());
            } catch (PlaywrightException e) {
                System.out.println("[e2e] Playwright's Chromium does not start: " + e.getMessage());
            }
        }
        System.out.println("[e2e] trying Debian's package …");
        if (run(List.of("apt-get", "update")) && run(List.of("apt-get", "install", "-y", "chromium")) && find().isPresent()) {
            return playwright.chromium().launch(options().setExecutablePath(find().get()));
        }
        throw new AssertionError("The browser tests need Chromium: install it (package chromium) or let Playwright download one.");
    }

    private static BrowserType.LaunchOptions options() {
        return new BrowserType.LaunchOptions().setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage"));
    }

    private static Optional<Path> find() {
        return NAMES.stream().flatMap(name -> List.of("/usr/bin", "/usr/local/bin", "/snap/bin").stream()
                .map(folder -> Path.of(folder, name))).filter(Files::isExecutable).findFirst();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static boolean run(List<String> command) {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.INHERIT);
            builder.environment().remove("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD");
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            return builder.start().waitFor() == 0;
        } catch (IOException e) {
            System.out.println("[e2e] cannot run " + command.get(0) + ": " + e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
