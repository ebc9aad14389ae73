package vn.giaouoc.workflow.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.giaouoc.calendar.CalendarFlow;
import vn.giaouoc.platform.engine.AsSystem;
import vn.giaouoc.workflow.calendar.Slots.Held;
import vn.giaouoc.workflow.campaign.CampaignProcess;
import vn.giaouoc.workflow.campaign.CampaignVariables;
import vn.giaouoc.workflow.response.DueParts;

/**
 * Answers for the engine what the calendar asks of it. A deadline is found by the variable that holds it: cases whose variable says
 * something else – a typed date, a date of their own – are not touched, nor are tasks and timers that follow another variable.
 */
@Component
class CalendarEngine implements CalendarFlow {

    private static final int CHUNK = 5_000;

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final DueParts parts;
    private final AsSystem asSystem;

    CalendarEngine(@Lazy RuntimeService runtime, @Lazy TaskService tasks, @Lazy ManagementService management, DueParts parts,
                   @Lazy AsSystem asSystem) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.parts = parts;
        this.asSystem = asSystem;
    }

    /** A case that holds a deadline, and in which execution's variable. */
    private record Holder(ProcessInstance instance, Held held, String executionId) {

        boolean of(String caseCode) {
            String key = instance.getBusinessKey();
            return key != null && (key.equals(caseCode) || key.startsWith(caseCode + "/"));
        }
    }

    @Override
    public void start(String code, String title) {
        // CalendarChanges has checked who may decide one.
        asSystem.run(() -> runtime.startProcessInstanceByKey(CalendarProcess.KEY, code, Map.of(CampaignProcess.CASE_CODE, code,
                CampaignProcess.TITLE, CampaignVariables.shortened(title))));
    }

    @Override
    public boolean knows(String slot) {
        return Slots.ALL.containsKey(slot);
    }

    @Override
    public List<Waiting> waiting(Collection<Place> places) {
        return asSystem.get(() -> places.stream().filter(place -> knows(place.slot())).collect(Collectors.groupingBy(Place::dueAt))
                .entrySet().stream().flatMap(due -> waiting(due.getKey(), due.getValue())).toList());
    }

    /** Those of one moment. */
    private Stream<Waiting> waiting(Instant dueAt, List<Place> places) {
        Set<Held> wanted = places.stream().flatMap(place -> Slots.ALL.get(place.slot()).stream()).collect(Collectors.toSet());
        Map<Place, List<Holder>> found = new HashMap<>();
        Map<String, List<Place>> bySlot = places.stream().collect(Collectors.groupingBy(Place::slot));
        for (Holder holder : holders(wanted, dueAt)) {
            Slots.of(holder.held()).stream().flatMap(slot -> bySlot.getOrDefault(slot, List.of()).stream())
                    .filter(place -> holder.of(place.caseCode()))
                    .forEach(place -> found.computeIfAbsent(place, key -> new ArrayList<>()).add(holder));
        }
        Due due = new Due(found.values().stream().flatMap(List::stream).toList(), dueAt);
        return found.entrySet().stream().map(entry -> due.waiting(entry.getKey(), entry.getValue()));
    }

    @Override
    public int move(Place place, Instant to, Collection<String> except, int most) {
        return asSystem.get(() -> {
            List<Holder> all = holders(new HashSet<>(Slots.ALL.getOrDefault(place.slot(), List.of())), place.dueAt()).stream()
                    .filter(holder -> holder.of(place.caseCode()) && except.stream().noneMatch(holder::of)).limit(most).toList();
            Due due = new Due(all, place.dueAt());
            all.forEach(holder -> {
                runtime.setVariableLocal(holder.executionId(), holder.held().variable(), Date.from(to));
                due.tasks(holder).forEach(task -> {
                    task.setDueDate(Date.from(to));
                    tasks.saveTask(task);
                });
                due.timers(holder).forEach(timer -> management.setJobDuedate(timer.getId(), Date.from(to)));
            });
            return all.size();
        });
    }

    /** The cases in which one of these variables stands at that moment. */
    private List<Holder> holders(Set<Held> wanted, Instant dueAt) {
        List<VariableInstance> found = wanted.stream().map(Held::variable).distinct().flatMap(name -> runtime.createVariableInstanceQuery()
                .variableValueEquals(name, Date.from(dueAt)).list().stream()).toList();
        if (found.isEmpty()) {
            return List.of();
        }
        Map<String, ProcessInstance> instances = chunks(found.stream().map(VariableInstance::getProcessInstanceId)).stream()
                .flatMap(ids -> runtime.createProcessInstanceQuery().processInstanceIds(ids).list().stream())
                .collect(Collectors.toMap(ProcessInstance::getId, Function.identity()));
        return found.stream().filter(variable -> instances.containsKey(variable.getProcessInstanceId())).map(variable -> {
            ProcessInstance instance = instances.get(variable.getProcessInstanceId());
            return new Holder(instance, new Held(process(instance), variable.getName()), variable.getExecutionId());
        }).filter(holder -> wanted.contains(holder.held())).toList();
    }

    /** Of ids, as many as one statement takes. */
    private static List<Set<String>> chunks(Stream<String> ids) {
        List<String> all = ids.distinct().toList();
        return IntStream.iterate(0, from -> from < all.size(), from -> from + CHUNK)
                .mapToObj(from -> Set.copyOf(all.subList(from, Math.min(from + CHUNK, all.size())))).toList();
    }

    private static String process(ProcessInstance instance) {
        String definition = instance.getProcessDefinitionId();
        return definition.substring(0, definition.indexOf(':'));
    }

    /** Open tasks and timers of these cases that are due at that moment, read once. */
    private final class Due {

        private final Map<String, List<Task>> tasksOf;
        private final Map<String, List<Job>> timersOf;
        private final Map<String, String> elements = new HashMap<>();

        Due(List<Holder> holders, Instant dueAt) {
            List<Set<String>> chunks = chunks(holders.stream().map(holder -> holder.instance().getId()));
            tasksOf = chunks.stream().flatMap(ids -> tasks.createTaskQuery().processInstanceIdIn(ids.toArray(String[]::new))
                    .dueDate(Date.from(dueAt)).list().stream()).collect(Collectors.groupingBy(Task::getProcessInstanceId));
            timersOf = chunks.stream().flatMap(ids -> management.createJobQuery().processInstanceIds(ids).timers()
                    .duedateLowerThan(Date.from(dueAt.plusMillis(1))).duedateHigherThan(Date.from(dueAt.minusMillis(1))).list().stream())
                    .collect(Collectors.groupingBy(Job::getProcessInstanceId));
            elements.putAll(timersOf.values().stream().flatMap(List::stream).map(Job::getProcessDefinitionId).distinct()
                    .flatMap(definition -> management.createJobDefinitionQuery().processDefinitionId(definition).list().stream())
                    .collect(Collectors.toMap(JobDefinition::getId, JobDefinition::getActivityId)));
        }

        List<Task> tasks(Holder holder) {
            return tasksOf.getOrDefault(holder.instance().getId(), List.of()).stream().filter(task ->
                    parts.isDueBy(task.getProcessDefinitionId(), task.getTaskDefinitionKey(), holder.held().variable())).toList();
        }

        List<Job> timers(Holder holder) {
            return timersOf.getOrDefault(holder.instance().getId(), List.of()).stream().filter(timer -> timer.getJobDefinitionId() != null
                    && parts.isDueBy(timer.getProcessDefinitionId(), elements.get(timer.getJobDefinitionId()), holder.held().variable()))
                    .toList();
        }

        Waiting waiting(Place place, List<Holder> holders) {
            Map<String, Integer> names = new TreeMap<>();
            holders.forEach(holder -> tasks(holder).forEach(task -> names.merge(task.getName(), 1, Integer::sum)));
            return new Waiting(place, (int) holders.stream().map(holder -> holder.instance().getId()).distinct().count(),
                    new LinkedHashMap<>(names), holders.stream().mapToInt(holder -> timers(holder).size()).sum());
        }
    }
}
