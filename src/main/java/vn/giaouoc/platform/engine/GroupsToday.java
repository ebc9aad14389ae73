package vn.giaouoc.platform.engine;

import java.util.Collection;
import java.util.List;

/** Who a user task is given to at the moment it is created, where the group its model names is no longer the one that works. */
public interface GroupsToday {

    /** These groups as they are today, each once. */
    List<String> of(Collection<String> groups);
}
