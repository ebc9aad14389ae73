package vn.giaouoc.bloc;

import java.util.List;

/**
 * A bloc as a decision shall compose it.
 *
 * @param blocCode its lasting identity: lower-case letters, digits, hyphens, 2–30 characters
 * @param members  in the order of the decision
 * @param rules    working rules; may be null
 * @param criteria may be empty: the bloc sets them later
 */
public record BlocDraft(String blocCode, BlocKind kind, String name, List<MemberDraft> members, String rules, List<Criterion> criteria) {

    public BlocDraft {
        members = members == null ? List.of() : members;
        criteria = criteria == null ? List.of() : criteria;
    }
}
