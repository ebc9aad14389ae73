package vn.giaouoc.workflow.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every due date and timer of every model is a deadline of the ledger, or a date that somebody gives. */
class SlotsTest {

    private static final Pattern DUE = Pattern.compile("(?:camunda:dueDate=\"|tFormalExpression\">)\\$\\{([A-Za-z]+At|[a-z]+Until|[A-Za-z]+)}");
    /**
     * Typed in plans, decisions and rules of blocs, conclusions of conferences and reports of absence. Moments of rounds and of urging are no
     * deadlines: each round appoints the next by the table of that day, whoever is about to write looks at the task's deadline first, and the
     * round ends the urging of a task that has come to be due later.
     */
    private static final Set<String> TYPED = Set.of("bloc-composition.followDueAt", "bloc-year.yearEndsAt",
            "unit-succession.effectiveAt", "bloc-action.dueAt", "absence.fromAt", "absence.backAt", "reminder-round.startsAt", "escalation.nextAt");

    @Test
    void everyDueDateOfEveryModelIsKnown() throws IOException {
        Set<String> held = Slots.ALL.values().stream().flatMap(list -> list.stream()).map(one -> one.process() + "." + one.variable())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> due = new TreeSet<>();
        try (Stream<Path> models = Files.walk(Path.of("processes"))) {
            for (Path model : models.filter(file -> file.toString().endsWith(".bpmn")).toList()) {
                String process = model.getFileName().toString().replace(".bpmn", "");
                Matcher found = DUE.matcher(Files.readString(model).replaceAll("(?s)<bpmn:conditionExpression.*?</bpmn:conditionExpression>", ""));
                while (found.find()) {
                    due.add(process + "." + found.group(1));
                }
            }
        }
        due.removeAll(TYPED);
        assertThat(due).isEqualTo(held);
    }
}
