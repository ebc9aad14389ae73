package vn.giaouoc.platform.security;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import vn.giaouoc.shared.Actor;

/** The links at the head of every page beside Tasklist: to all pages this person may see; who may, {@link SecurityChains} decides. */
@Component
public class PageLinks {

    /** A page. @param groups one of which must be the reader's; none: everybody sees it */
    private record Link(String address, String name, List<String> groups) {

        Link(String address, String name, String... groups) {
            this(address, name, List.of(groups));
        }

        boolean isFor(Actor reader) {
            return groups.isEmpty() || reader.inAny(groups);
        }
    }

    private static final Link CLOCK = new Link("/giaouoc/clock.html", "Đồng hồ dùng thử", Roles.ADMIN);
    private static final List<Link> LINKS = List.of(new Link("/camunda/app/tasklist/default/", "Việc cần làm"),
            new Link("/giaouoc/calendar.html", "Lịch làm việc, thời hạn", Roles.PLANNERS), new Link("/giaouoc/bloc-work.html", "Việc của khối"),
            new Link("/giaouoc/awards.html", "Khen thưởng ngoài khối"), new Link("/giaouoc/closed-campaigns.html", "Phong trào đã kết thúc"),
            new Link("/giaouoc/absence.html", "Vắng mặt, xử lý thay"), new Link("/giaouoc/notices.html", "Cách nhận thông báo"),
            new Link("/giaouoc/organisation.html", "Tổ chức, người dùng", Roles.ADMIN), new Link("/giaouoc/templates.html", "Mẫu văn bản", Roles.ADMIN),
            new Link("/giaouoc/mails.html", "Thư đi", Roles.ADMIN), new Link("/camunda/app/cockpit/default/", "Cockpit", Roles.SUPERVISOR),
            new Link("/camunda/app/admin/default/", "Camunda Admin", Roles.ADMIN), CLOCK);

    private final CurrentActor actor;
    private final boolean trial;

    /** For the person of the request. */
    public PageLinks(CurrentActor actor, Environment environment) {
        this.actor = actor;
        this.trial = environment.acceptsProfiles(Profiles.of("trial", "test")); // elsewhere there is no clock to set
    }

    /** As HTML, one link a line. @param page the name of the page they stand on, {@code calendar} */
    public String of(String page) {
        Actor reader = actor.get();
        return LINKS.stream().filter(link -> link.isFor(reader) && (trial || link != CLOCK)).map(link -> "    <a href=\"%s\"%s>%s</a>\n".formatted(
                link.address(), link.address().equals("/giaouoc/" + page + ".html") ? " aria-current=\"page\"" : "",
                HtmlUtils.htmlEscape(link.name(), "UTF-8"))).collect(Collectors.joining());
    }
}
