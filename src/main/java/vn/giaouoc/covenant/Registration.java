package vn.giaouoc.covenant;

import java.util.List;

/**
 * Bản đăng ký thi đua of one member.
 *
 * @param staff       people of the unit: officials, public employees, workers
 * @param titles      collective and individual titles by number
 * @param initiatives sáng kiến, by title
 * @param models      mô hình, công trình, by title
 * @param targets     own values for targets of the covenant; a target left out stands as in the covenant
 */
public record Registration(Integer staff, List<TitleCount> titles, List<String> initiatives, List<String> models,
        List<MemberTarget> targets,
                           String note) {

    public Registration {
        titles = titles == null ? List.of() : titles.stream().toList();
        initiatives = initiatives == null ? List.of() : initiatives.stream().toList();
        models = models == null ? List.of() : models.stream().toList();
        targets = targets == null ? List.of() : targets.stream().toList();
    }
}
