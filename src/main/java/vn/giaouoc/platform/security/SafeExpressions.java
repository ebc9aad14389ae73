package vn.giaouoc.platform.security;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** The few expressions a stored filter may contain: who is signed in, what its groups are, what time it is. */
final class SafeExpressions {

    private static final Pattern SAFE = Pattern.compile("\\s*\\$\\{\\s*(currentUser\\(\\)|currentUserGroups\\(\\)|now\\(\\)"
            + "|dateTime\\(\\)(\\.(plus|minus)(Days|Weeks|Months|Hours)\\(\\d{1,3}\\))*(\\.toDate\\(\\))?)\\s*}\\s*");

    private SafeExpressions() {
    }

    /** Whether every text that could be evaluated anywhere in the document is one of the safe expressions. */
    static boolean all(JsonNode node) {
        if (node.isTextual()) {
            String text = node.textValue();
            return !text.contains("${") && !text.contains("#{") || SAFE.matcher(text).matches();
        }
        for (var fields = node.fields(); fields.hasNext();) {
            var field = fields.next();
            boolean evaluated = field.getKey().endsWith("Expression") && field.getValue().isTextual();
            if (evaluated && !SAFE.matcher(field.getValue().textValue()).matches() || !all(field.getValue())) {
                return false;
            }
        }
        for (JsonNode item : node) {
            if (!all(item)) {
                return false;
            }
        }
        return true;
    }
}
