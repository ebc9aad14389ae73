package vn.giaouoc.platform.security;

import java.util.Set;

/** Groups that somebody has today besides its own, in the place of people who are absent. */
public interface LentGroups {

    /** The groups, with {@link vn.giaouoc.shared.Actor#STANDS_IN}; nothing for somebody who deputises for nobody. */
    Set<String> to(String userId);
}
