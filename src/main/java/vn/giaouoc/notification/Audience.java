package vn.giaouoc.notification;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Who is to be told of a task.
 *
 * @param people    all of them
 * @param insteadOf by deputy among them: in whose place it is told; who hears of it for itself is not in it
 */
record Audience(Set<String> people, Map<String, String> insteadOf) {

    /** The same people without these. */
    Audience without(Collection<String> told) {
        Set<String> left = new HashSet<>(people);
        left.removeAll(told);
        Map<String, String> deputies = new HashMap<>(insteadOf);
        deputies.keySet().retainAll(left);
        return new Audience(left, deputies);
    }
}
