package vn.giaouoc.platform.web;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The links at the head of every page beside Tasklist: to all pages this person may see, as the security chains decide. */
@Component
class PageLinks {

    /**
     * A page.
     *
     * @param method and {@code needs}: whoever may ask this is led to the page
     */
    private record Link(String address, String name, HttpMethod method, String needs) {

        Link(String address, String name) {
            this(address, name, HttpMethod.GET, address);
        }
    }

    private static final Link CLOCK = new Link("/giaouoc/clock.html", "Đồng hồ dùng thử", HttpMethod.PUT, "/api/trial/clock");
    private static final List<Link> LINKS = List.of(new Link("/camunda/app/tasklist/default/", "Việc cần làm"),
            new Link("/giaouoc/calendar.html", "Lịch làm việc, thời hạn"), new Link("/giaouoc/bloc-work.html", "Việc của khối"),
            new Link("/giaouoc/awards.html", "Khen thưởng ngoài khối"), new Link("/giaouoc/closed-campaigns.html", "Phong trào đã kết thúc"),
            new Link("/giaouoc/absence.html", "Vắng mặt, xử lý thay"), new Link("/giaouoc/notices.html", "Cách nhận thông báo"),
            new Link("/giaouoc/organisation.html", "Tổ chức, người dùng"), new Link("/giaouoc/templates.html", "Mẫu văn bản"),
            new Link("/giaouoc/mails.html", "Thư đi"), new Link("/camunda/app/cockpit/default/", "Cockpit"),
            new Link("/camunda/app/admin/default/", "Camunda Admin"), CLOCK);

    private final ObjectProvider<WebInvocationPrivilegeEvaluator> rights;
    private final Environment environment;

    PageLinks(ObjectProvider<WebInvocationPrivilegeEvaluator> rights, Environment environment) {
        this.rights = rights;
        this.environment = environment;
    }

    /** As HTML, one link a line. @param page the name of the page they stand on */
    String of(String page) {
        var person = SecurityContextHolder.getContext().getAuthentication();
        return LINKS.stream().filter(link -> link != CLOCK || environment.acceptsProfiles(Profiles.of("trial", "test")))
                .filter(link -> rights.getObject().isAllowed("", link.needs(), link.method().name(), person))
                .map(link -> "    <a href=\"%s\"%s>%s</a>\n".formatted(link.address(),
                        link.address().equals("/giaouoc/" + page + ".html") ? " aria-current=\"page\"" : "", HtmlUtils.htmlEscape(link.name(), "UTF-8")))
                .collect(Collectors.joining());
    }
}
