package vn.giaouoc.workflow.succession;

import java.util.Collection;
import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.giaouoc.organisation.Heirs;
import vn.giaouoc.platform.engine.GroupsToday;

/** A task that names a former unit's group is given to the unit that does its work today. */
@Component
class HeirGroups implements GroupsToday {

    private final Heirs heirs;

    HeirGroups(@Lazy Heirs heirs) {
        this.heirs = heirs;
    }

    @Override
    public List<String> of(Collection<String> groups) {
        return heirs.groups(groups);
    }
}
