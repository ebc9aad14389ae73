package vn.giaouoc.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.giaouoc.test.Http;
import vn.giaouoc.test.IntegrationTest;

/** Every page leads everybody to all pages they may see, and to no other; each has its "Đăng xuất". */
class PageLinksIT extends IntegrationTest {

    private static final Pattern LINK = Pattern.compile("<a href=\"([^\"]+)\"");

    private static final List<String> ALL = List.of("/camunda/app/tasklist/default/", "/giaouoc/calendar.html", "/giaouoc/bloc-work.html",
            "/giaouoc/awards.html", "/giaouoc/closed-campaigns.html", "/giaouoc/absence.html", "/giaouoc/notices.html", "/giaouoc/organisation.html",
            "/giaouoc/templates.html", "/giaouoc/mails.html", "/camunda/app/cockpit/default/", "/camunda/app/admin/default/");

    @LocalServerPort
    int port;

    @Test
    void eachPersonIsLedToWhatTheyMaySee() {
        List<String> everybody = List.of("/camunda/app/tasklist/default/", "/giaouoc/bloc-work.html", "/giaouoc/awards.html",
                "/giaouoc/closed-campaigns.html", "/giaouoc/absence.html", "/giaouoc/notices.html");
        assertThat(links("canbo.sct")).containsExactlyInAnyOrderElementsOf(everybody);
        assertThat(links("chutich")).doesNotContain("/giaouoc/calendar.html");
        for (String planner : List.of("chuyenvien", "truongphong", "giamdoc", "vanphong")) {
            assertThat(links(planner)).as(planner).containsAll(everybody).contains("/giaouoc/calendar.html").hasSize(everybody.size() + 1);
        }
        assertThat(links("giamsat")).contains("/giaouoc/calendar.html", "/camunda/app/cockpit/default/").doesNotContain("/giaouoc/mails.html");
        assertThat(links("admin")).containsAll(everybody).contains("/giaouoc/organisation.html", "/giaouoc/templates.html", "/giaouoc/mails.html",
                "/giaouoc/calendar.html", "/giaouoc/clock.html", "/camunda/app/admin/default/");
    }

    /** Those on the page of one's own notices: exactly those of all pages that open; the clock shows itself to everybody. */
    private List<String> links(String user) {
        Http session = Http.session(port, user);
        String page = session.send("GET", "/giaouoc/notices.html", null).body();
        assertThat(page).as(user).contains("id=\"sign-out\"", "aria-current=\"page\">Cách nhận thông báo</a>");
        List<String> links = LINK.matcher(page).results().map(found -> found.group(1)).toList();
        for (String link : ALL) {
            assertThat(links.contains(link)).as(user + " " + link).isEqualTo(session.send("GET", link, null).statusCode() == 200);
        }
        return links;
    }
}
