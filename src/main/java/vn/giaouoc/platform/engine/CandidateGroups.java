package vn.giaouoc.platform.engine;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * The candidate groups a model names, turned into those of today ({@link GroupsToday}) when a task is created. So a variable or a model
 * may go on naming a group that no longer works, and no instance has to be rewritten.
 */
final class CandidateGroups implements Expression {

    private final Expression named;
    private final Supplier<GroupsToday> today;

    CandidateGroups(Expression named, Supplier<GroupsToday> today) {
        this.named = named;
        this.today = today;
    }

    @Override
    public Object getValue(VariableScope scope) {
        return today(named.getValue(scope));
    }

    /** As the engine reads them: one text with commas, or many. Anything else is the engine's to refuse. */
    private Object today(Object value) {
        if (value instanceof String text) {
            return today.get().of(Arrays.stream(text.split(",")).map(String::trim).toList());
        }
        return value instanceof Collection<?> many && many.stream().allMatch(String.class::isInstance)
                ? today.get().of(many.stream().map(String.class::cast).toList()) : value;
    }

    @Override
    public void setValue(Object value, VariableScope scope) {
        named.setValue(value, scope);
    }

    @Override
    public String getExpressionText() {
        return named.getExpressionText();
    }

    @Override
    public boolean isLiteralText() {
        return named.isLiteralText();
    }
}
