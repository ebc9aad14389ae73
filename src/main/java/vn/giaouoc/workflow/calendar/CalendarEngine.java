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
import java.util.Objects;
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

    /** A case that holds a deadline, which one, and in which execution's variable. */
    private record Holder(ProcessInstance instance, Held held, Instant dueAt, String executionId) {

        boolean of(String caseCode) {
            String key = instance.getBusinessKey();
            return key != null && (key.equals(caseCode) || key.startsWith(caseCode + "/"));
        }

        /** The nearest of these places that is its own: of the case itself, else of the one it belongs to. */
        Stream<Place> places(Set<Place> all) {
            Set<String> slots = Slots.of(held);
            return ofItselfAndAbove(instance.getBusinessKey()).map(key -> slots.stream().map(slot -> new Place(key, slot, dueAt))
                    .filter(all::contains).toList()).filter(own -> !own.isEmpty()).findFirst().stream().flatMap(List::stream);
        }

        /** {@code a/b/c, a/b, a}. */
        private static Stream<String> ofItselfAndAbove(String key) {
            return Stream.iterate(key, Objects::nonNull, one -> one.contains("/") ? one.substring(0, one.lastIndexOf('/')) : null);
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
        Set<Place> known = places.stream().filter(place -> knows(place.slot())).collect(Collectors.toSet());
        return known.isEmpty() ? List.of() : asSystem.get(() -> waitingFor(known));
    }

    private List<Waiting> waitingFor(Set<Place> places) {
        Set<Held> wanted = places.stream().flatMap(place -> Slots.ALL.get(place.slot()).stream()).collect(Collectors.toSet());
        List<Instant> dues = places.stream().map(Place::dueAt).sorted().toList();
        Map<Place, List<Holder>> found = new HashMap<>();
        for (Holder holder : holders(wanted, dues.get(0), dues.get(dues.size() - 1))) {
            holder.places(places).forEach(place -> found.computeIfAbsent(place, key -> new ArrayList<>()).add(holder));
        }
        Due due = new Due(found.values().stream().flatMap(List::stream).toList());
        return found.entrySet().stream().map(entry -> due.waiting(entry.getKey(), entry.getValue())).toList();
    }

    @Override
    public int move(Place place, Instant to, Collection<String> except, int most) {
        return asSystem.get(() -> {
            List<Holder> all = holders(new HashSet<>(Slots.ALL.getOrDefault(place.slot(), List.of())), place.dueAt(), place.dueAt()).stream()
                    .filter(holder -> holder.of(place.caseCode()) && except.stream().noneMatch(holder::of)).limit(most).toList();
            Due due = new Due(all);
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

    /** The cases in which one of these variables stands between these moments, or at one of them. */
    private List<Holder> holders(Set<Held> wanted, Instant first, Instant last) {
        List<VariableInstance> found = wanted.stream().map(Held::variable).distinct().flatMap(name -> runtime.createVariableInstanceQuery()
                .variableValueGreaterThanOrEqual(name, Date.from(first)).variableValueLessThanOrEqual(name, Date.from(last)).list().stream())
                .toList();
        if (found.isEmpty()) {
            return List.of();
        }
        Map<String, ProcessInstance> instances = chunks(found.stream().map(VariableInstance::getProcessInstanceId)).stream()
                .flatMap(ids -> runtime.createProcessInstanceQuery().processInstanceIds(ids).list().stream())
                .collect(Collectors.toMap(ProcessInstance::getId, Function.identity()));
        return found.stream().filter(variable -> instances.containsKey(variable.getProcessInstanceId())).map(variable -> {
            ProcessInstance instance = instances.get(variable.getProcessInstanceId());
            return new Holder(instance, new Held(process(instance), variable.getName()), ((Date) variable.getValue()).toInstant(),
                    variable.getExecutionId());
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

    /** Open tasks and timers of these cases, read once. */
    private final class Due {

        private final Map<String, List<Task>> tasksOf;
        private final Map<String, List<Job>> timersOf;
        private final Map<String, String> elements = new HashMap<>();

        Due(List<Holder> holders) {
            List<Set<String>> chunks = chunks(holders.stream().map(holder -> holder.instance().getId()));
            tasksOf = chunks.stream().flatMap(ids -> tasks.createTaskQuery().processInstanceIdIn(ids.toArray(String[]::new))
                    .list().stream()).collect(Collectors.groupingBy(Task::getProcessInstanceId));
            timersOf = chunks.stream().flatMap(ids -> management.createJobQuery().processInstanceIds(ids).timers().list().stream())
                    .collect(Collectors.groupingBy(Job::getProcessInstanceId));
            elements.putAll(timersOf.values().stream().flatMap(List::stream).map(Job::getProcessDefinitionId).distinct()
                    .flatMap(definition -> management.createJobDefinitionQuery().processDefinitionId(definition).list().stream())
                    .collect(Collectors.toMap(JobDefinition::getId, JobDefinition::getActivityId)));
        }

        List<Task> tasks(Holder holder) {
            return tasksOf.getOrDefault(holder.instance().getId(), List.of()).stream().filter(task -> is(task.getDueDate(), holder)
                    && parts.isDueBy(task.getProcessDefinitionId(), task.getTaskDefinitionKey(), holder.held().variable())).toList();
        }

        List<Job> timers(Holder holder) {
            return timersOf.getOrDefault(holder.instance().getId(), List.of()).stream().filter(timer -> is(timer.getDuedate(), holder)
                    && timer.getJobDefinitionId() != null && parts.isDueBy(timer.getProcessDefinitionId(),
                    elements.get(timer.getJobDefinitionId()), holder.held().variable())).toList();
        }

        private static boolean is(Date due, Holder holder) {
            return due != null && due.getTime() == holder.dueAt().toEpochMilli();
        }

        Waiting waiting(Place place, List<Holder> holders) {
            Map<String, Integer> names = new TreeMap<>();
            holders.forEach(holder -> tasks(holder).forEach(task -> names.merge(task.getName(), 1, Integer::sum)));
            return new Waiting(place, (int) holders.stream().map(holder -> holder.instance().getId()).distinct().count(),
                    new LinkedHashMap<>(names), holders.stream().mapToInt(holder -> timers(holder).size()).sum());
        }
    }
}
