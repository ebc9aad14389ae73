package vn.giaouoc.platform.security;

import java.io.Serializable;
import java.security.Principal;

/**
 * The principal of a session or of a Basic request.
 *
 * @param name        ASCII login id
 * @param groupsReadAt when the groups were read, in nanoseconds of {@link System#nanoTime()}: a stopwatch, no clock
 */
record Person(String name, long groupsReadAt) implements Principal, Serializable {

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }
}
