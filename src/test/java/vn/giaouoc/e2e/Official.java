package vn.giaouoc.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One person at a browser set to English: signs in, takes tasks in Tasklist, fills forms, completes. */
final class Official implements AutoCloseable {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static int pictures;
    private static boolean signedInByHand;

    private final String user;
    private final String code;
    private final BrowserContext context;
    private final String address;
    private final List<String> problems = new ArrayList<>();
    final Page page;

    Official(Browser browser, String address, String user, Instant now, String code) {
        this.code = code;
        this.user = user;
        this.address = address;
        this.context = browser.newContext(new Browser.NewContextOptions().setLocale("en-US").setTimezoneId("Asia/Ho_Chi_Minh")
                .setViewportSize(1440, 900));
        context.clock().setFixedTime(Date.from(now));
        page = context.newPage();
        page.onResponse(response -> {
            if (response.status() >= 400 && response.status() != 422) {
                problems.add(response.status() + " " + response.request().method() + " " + response.url());
            }
        });
        page.onPageError(problems::add);
        if (signedInByHand) {
            signIn();
        } else {
            signedInByHand = true;
            signInByHand();
        }
    }

    private void signInByHand() {
        page.navigate(address + "/", new Page.NavigateOptions());
        assertThat(page).hasTitle("Đăng nhập – Giao Ước");
        page.locator("#username").fill(user);
        page.locator("#password").fill("trial");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đăng nhập")).click();
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    /** Sends the sign-in form without showing it: one was seen, and Tasklist, to which it leads, takes seconds to load. */
    private void signIn() {
        Matcher token = CSRF.matcher(context.request().get(address + "/login").text());
        if (!token.find()) {
            throw new AssertionError("The sign-in page has no token.");
        }
        APIResponse answer = context.request().post(address + "/login", RequestOptions.create().setMaxRedirects(0)
                .setForm(FormData.create().set("username", user).set("password", "trial").set("_csrf", token.group(1))));
        org.assertj.core.api.Assertions.assertThat(answer.headers().get("location")).as("sign-in of " + user).doesNotContain("error");
    }

    /** Where the sign-in leads. */
    Official home() {
        page.navigate(address + "/");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return this;
    }

    /** Opens the list and the newest task whose name begins so, and takes it. */
    Official take(String task) {
        return open(task, true);
    }

    /** Opens a task that the person holds already or only looks at. */
    Official open(String task, boolean take) {
        page.navigate(address + "/camunda/app/tasklist/default/");
        page.locator(".task-filters a").filter(new Locator.FilterOptions().setHasText("Việc của đơn vị")).first().click();
        inList(task).first().click();
        page.locator("form.gu .gu-heading").waitFor();
        if (take && !page.locator(".gu-savebar").isVisible()) {
            page.locator(".claim").first().click();
            page.locator(".gu-savebar").waitFor();
            page.waitForLoadState(LoadState.NETWORKIDLE); // Tasklist opens the form anew for its holder
        }
        return this;
    }

    /** Whether the list "Việc của đơn vị" has such a task. */
    boolean has(String task) {
        page.navigate(address + "/camunda/app/tasklist/default/");
        page.locator(".task-filters a").filter(new Locator.FilterOptions().setHasText("Việc của đơn vị")).first().click();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return inList(task).count() > 0;
    }

    /** The tasks of the list whose name begins so and that belong to the story's campaign. */
    private Locator inList(String task) {
        Locator named = page.locator(".tasks-list .task").filter(new Locator.FilterOptions()
                .setHasText(Pattern.compile("^\\s*" + task)));
        return code == null ? named : named.filter(new Locator.FilterOptions().setHasText(code));
    }

    Locator field(String name) {
        return page.locator("form.gu [data-field='" + name + "']");
    }

    Official fill(String name, String text) {
        field(name).locator("input, textarea").first().fill(text);
        return this;
    }

    /** Picks a choice, ticks a box. */
    Official pick(String name, String label) {
        field(name).getByText(label, new Locator.GetByTextOptions().setExact(true)).first().click();
        return this;
    }

    Official attach(Path file) {
        field("files").locator("input[type=file]").setInputFiles(file);
        field("files").locator("li a").getByText(file.getFileName().toString()).waitFor(); // a link once it is uploaded
        return this;
    }

    Official attempt() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Hoàn thành").setExact(true)).click();
        return this;
    }

    /** Completes and waits until the form is gone. */
    Official complete() {
        attempt();
        try {
            page.locator("form.gu .gu-savebar").waitFor(new Locator.WaitForOptions()
                    .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        } catch (PlaywrightException notGone) {
            picture("khong-hoan-thanh");
            throw new AssertionError("The form of " + user + " stays: " + page.locator(".gu-summary").allInnerTexts(), notGone);
        }
        return this;
    }

    Official picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots",
                "%02d-%s-%s.png".formatted(++pictures, user, name))));
        return this;
    }

    /**
     * A picture that the user's guide shows: the form from its top. With {@code -Dguide=write} it is renewed in the guide, else it
     * goes to the others.
     */
    Official guide(String name) {
        return guide(name, page.locator("form.gu, .gu-page, .ctn-content").first());
    }

    /** The same with what lies lower in the form, from this part on. */
    Official guide(String name, Locator top) {
        if (top.isVisible()) {
            top.evaluate("node => node.scrollIntoView({block: 'start'})");
        }
        page.evaluate("() => document.activeElement?.blur()");
        if (!"write".equals(System.getProperty("guide"))) {
            return picture(name);
        }
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("docs", "pictures", name + ".png")));
        return this;
    }

    /** Nothing failed in the background of this person's pages. */
    @Override
    public void close() {
        context.close();
        org.assertj.core.api.Assertions.assertThat(problems).as("failed requests of " + user).isEmpty();
    }
}
