package vn.giaouoc.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every BPMN model under {@code processes/} must keep: safe to run, readable, Vietnamese. */
class ModelContractTest {

    private static final Path PROCESSES = Path.of("processes");
    private static final String FORM_PREFIX = "embedded:deployment:";
    private static final String RETRY_CYCLE = "R5/PT1M";
    /** Besides: growing waits for a server outside that may be away for hours; once, where a person has to decide. */
    private static final Set<String> OTHER_CYCLES = Set.of("PT1M,PT5M,PT15M,PT1H,PT2H,PT1M", "R1/PT1M");
    private static final int TWENTY_YEARS_IN_DAYS = 7300;

    private static final Pattern READABLE_ID = Pattern.compile(
            "(startEvent|endEvent|boundaryEvent|timer|message|userTask|serviceTask|callActivity|subProcess|gateway|flow)"
                    + "_[a-z][A-Za-z0-9]*");
    private static final Pattern GENERATED_ID = Pattern.compile("[A-Za-z]+_(?=[0-9a-z]*[0-9])[0-9a-z]{6,8}");
    private static final Pattern VIETNAMESE = Pattern.compile("[\\u00C0-\\u024F\\u1E00-\\u1EFF]");
    private static final Pattern DELEGATE = Pattern.compile("elegateExpression=\"([^\"]*)\"");
    private static final Pattern BEAN = Pattern.compile("\\$\\{[a-z][A-Za-z0-9]*}");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[a-z][A-Za-z0-9]*}");
    private static final Pattern GROUPS = Pattern.compile("\\$\\{[a-z][A-Za-z0-9]*}|[a-z][a-z0-9-]*(,[a-z][a-z0-9-]*)*");
    /** One declared variable, alone, negated or compared with one code. */
    private static final Pattern CONDITION =
            Pattern.compile("\\$\\{(!?[a-z][A-Za-z0-9]*|[a-z][A-Za-z0-9]* (==|!=) '[A-Z_]+')}");
    /** Code in a model: Java classes, expressions, scripts, external topics, connectors. */
    private static final Pattern CODE = Pattern.compile(
            "\\b(class|expression|resource|scriptFormat|topic)=\"|<[a-z]+:(script|scriptTask|connector)\\b");

    static List<Path> models() throws IOException {
        try (Stream<Path> files = Files.walk(PROCESSES)) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList();
        }
    }

    @Test
    void thereAreModelsToCheck() throws IOException {
        assertThat(models()).hasSizeGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("models")
    void processIsNamedKeptAndExecutable(Path file) {
        Process process = process(read(file));
        assertThat(file).isEqualTo(PROCESSES.resolve(process.getId()).resolve(process.getId() + ".bpmn"));
        assertThat(process.isExecutable()).isTrue();
        assertThat(process.getName()).containsPattern(VIETNAMESE);
        assertThat(process.getCamundaVersionTag()).isNotBlank();
        assertThat(process.getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
        assertThat(Integer.parseInt(process.getCamundaHistoryTimeToLiveString().replaceAll("\\D", "")))
                .isGreaterThanOrEqualTo(TWENTY_YEARS_IN_DAYS);
        assertThat(documentation(process)).containsPattern(VIETNAMESE);
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyTextIsNfc(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyElementHasAReadableIdAndAName(Path file) {
        for (FlowNode node : all(read(file), FlowNode.class)) {
            assertThat(node.getId()).matches(READABLE_ID).doesNotMatch(GENERATED_ID);
            assertThat(node.getName()).as("name of %s", node.getId()).isNotBlank();
        }
        for (SequenceFlow flow : all(read(file), SequenceFlow.class)) {
            assertThat(flow.getId()).matches(READABLE_ID).doesNotMatch(GENERATED_ID);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void userTasksHaveFormGroupDueDateAndDocumentation(Path file) {
        BpmnModelInstance model = read(file);
        for (UserTask task : all(model, UserTask.class)) {
            String name = task.getId().substring(task.getId().indexOf('_') + 1);
            assertThat(task.getCamundaFormKey())
                    .isEqualTo(FORM_PREFIX + "forms/" + process(model).getId() + "/" + name + ".html");
            assertThat(task.getCamundaCandidateGroups()).as("group of %s", task.getId()).matches(GROUPS);
            assertThat(task.getCamundaDueDate()).as("due date of %s", task.getId()).matches(VARIABLE);
            assertThat(documentation(task)).as("documentation of %s", task.getId()).containsPattern(VIETNAMESE);
        }
    }

    /** What a deputy may do depends on it (ADR 0025); the codes are those of the table act_kind. */
    @ParameterizedTest
    @MethodSource("models")
    void everyUserTaskSaysWhatKindOfActItIs(Path file) {
        for (UserTask task : all(read(file), UserTask.class)) {
            List<String> acts = all(read(file), CamundaProperty.class).stream()
                    .filter(property -> property.getParentElement().getParentElement().getParentElement().getAttributeValue("id").equals(task.getId()))
                    .filter(property -> "giaouoc.act".equals(property.getCamundaName())).map(CamundaProperty::getCamundaValue).toList();
            assertThat(acts).as("property giaouoc.act of %s", task.getId()).singleElement()
                    .isIn("WORK", "APPROVE_UNIT", "APPROVE_PAPER", "SIGN_PAPER", "SIGN_COVENANT", "SIGN_REPORT");
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyFormExists(Path file) {
        BpmnModelInstance model = read(file);
        Stream<String> tasks = all(model, UserTask.class).stream().map(UserTask::getCamundaFormKey);
        Stream<String> starts = all(model, StartEvent.class).stream().map(StartEvent::getCamundaFormKey);
        List<String> missing = Stream.concat(tasks, starts)
                .filter(key -> key != null && !Files.isRegularFile(Path.of(key.replace(FORM_PREFIX, ""))))
                .toList();
        assertThat(missing).as("forms that do not exist").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void branchingGatewaysAskAndHaveADefault(Path file) {
        for (Gateway gateway : all(read(file), Gateway.class)) {
            Collection<SequenceFlow> outgoing = gateway.getOutgoing();
            boolean decides = gateway instanceof ExclusiveGateway || gateway instanceof InclusiveGateway;
            if (decides && outgoing.size() > 1) {
                assertThat(gateway.getName()).as("question of %s", gateway.getId()).endsWith("?");
                SequenceFlow defaultFlow = defaultFlow(gateway);
                assertThat(defaultFlow).as("default of %s", gateway.getId()).isNotNull();
                for (SequenceFlow flow : outgoing) {
                    assertThat(flow.getName()).as("answer %s", flow.getId()).isNotBlank();
                    assertThat(flow.getConditionExpression() == null)
                            .as("only the default of %s has no condition: %s", gateway.getId(), flow.getId())
                            .isEqualTo(flow.equals(defaultFlow));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void conditionsAndTimersUseOneDeclaredVariable(Path file) {
        for (ConditionExpression condition : all(read(file), ConditionExpression.class)) {
            assertThat(condition.getTextContent().trim()).matches(CONDITION);
        }
        for (TimerEventDefinition timer : all(read(file), TimerEventDefinition.class)) {
            assertThat(timer.getTimeDate()).as("an instant, never a duration: %s", timer.getId()).isNotNull();
            assertThat(timer.getTimeDate().getTextContent().trim()).matches(VARIABLE);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void serviceTasksAreJobsThatRetryOrSayWhyNot(Path file) {
        BpmnModelInstance model = read(file);
        for (FlowNode node : systemNodes(model)) {
            if (node.isCamundaAsyncBefore()) {
                assertThat(retryCycle(node)).as("retry cycle of %s", node.getId())
                        .satisfiesAnyOf(cycle -> assertThat(cycle).isEqualTo(RETRY_CYCLE), cycle -> assertThat(OTHER_CYCLES).contains(cycle));
            } else {
                assertThat(documentation(node)).as("%s is not async: why?", node.getId()).isNotBlank();
            }
        }
        for (MultiInstanceLoopCharacteristics loop : all(model, MultiInstanceLoopCharacteristics.class)) {
            assertThat(loop.isCamundaAsyncBefore() || loop.isCamundaAsyncAfter())
                    .as("each instance of %s is a job", id(loop.getParentElement())).isTrue();
            assertThat(retryCycle(loop)).as("retry cycle in %s", id(loop.getParentElement())).isEqualTo(RETRY_CYCLE);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void modelsCallNothingButBeans(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        assertThat(text).doesNotContainPattern(CODE);
        Matcher delegates = DELEGATE.matcher(text);
        while (delegates.find()) {
            assertThat(delegates.group(1)).matches(BEAN);
        }
        for (ServiceTask task : all(read(file), ServiceTask.class)) {
            assertThat(task.getCamundaDelegateExpression()).as("bean of %s", task.getId()).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void callActivitiesPassNamedVariablesWithinOneDeployment(Path file) {
        BpmnModelInstance model = read(file);
        for (CallActivity call : all(model, CallActivity.class)) {
            assertThat(PROCESSES.resolve(call.getCalledElement())).isDirectory();
            assertThat(call.getCamundaCalledElementBinding()).isEqualTo("deployment");
            assertThat(all(model, CamundaIn.class)).anyMatch(in -> in.getCamundaBusinessKey() != null);
        }
        assertThat(all(model, CamundaIn.class)).noneMatch(in -> in.getCamundaVariables() != null);
        assertThat(all(model, CamundaOut.class)).noneMatch(out -> out.getCamundaVariables() != null);
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyElementIsDrawn(Path file) {
        BpmnModelInstance model = read(file);
        List<String> shapes = all(model, BpmnShape.class).stream().map(shape -> shape.getBpmnElement().getId()).toList();
        List<String> edges = all(model, BpmnEdge.class).stream().map(edge -> edge.getBpmnElement().getId()).toList();
        assertThat(shapes).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ids(all(model, FlowNode.class)));
        assertThat(edges).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ids(all(model, SequenceFlow.class)));
    }

    @ParameterizedTest
    @MethodSource("models")
    void siblingsDoNotOverlap(Path file) {
        List<BpmnShape> shapes = all(read(file), BpmnShape.class).stream()
                .filter(shape -> !(shape.getBpmnElement() instanceof BoundaryEvent)).toList();
        for (int i = 0; i < shapes.size(); i++) {
            for (BpmnShape other : shapes.subList(i + 1, shapes.size())) {
                BpmnShape shape = shapes.get(i);
                boolean siblings = shape.getBpmnElement().getParentElement().equals(other.getBpmnElement().getParentElement());
                assertThat(siblings && overlap(shape.getBounds(), other.getBounds()))
                        .as("%s overlaps %s", id(shape.getBpmnElement()), id(other.getBpmnElement())).isFalse();
            }
        }
    }

    private static BpmnModelInstance read(Path file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
        Bpmn.validateModel(model);
        return model;
    }

    private static Process process(BpmnModelInstance model) {
        Collection<Process> processes = all(model, Process.class);
        assertThat(processes).hasSize(1);
        return processes.iterator().next();
    }

    private static <T extends ModelElementInstance> Collection<T> all(BpmnModelInstance model, Class<T> type) {
        return model.getModelElementsByType(type);
    }

    /** Service and send tasks, and end events that call a bean. */
    private static List<FlowNode> systemNodes(BpmnModelInstance model) {
        List<FlowNode> nodes = new ArrayList<>(all(model, ServiceTask.class));
        nodes.addAll(all(model, SendTask.class));
        all(model, MessageEventDefinition.class).stream()
                .filter(message -> message.getCamundaDelegateExpression() != null)
                .map(ModelElementInstance::getParentElement)
                .filter(EndEvent.class::isInstance)
                .forEach(end -> nodes.add((EndEvent) end));
        return nodes;
    }

    private static SequenceFlow defaultFlow(Gateway gateway) {
        return gateway instanceof ExclusiveGateway exclusive
                ? exclusive.getDefault()
                : ((InclusiveGateway) gateway).getDefault();
    }

    private static String retryCycle(BaseElement element) {
        if (element.getExtensionElements() == null) {
            return null;
        }
        return element.getExtensionElements().getElementsQuery().filterByType(CamundaFailedJobRetryTimeCycle.class)
                .list().stream().map(cycle -> cycle.getTextContent().trim()).collect(Collectors.joining());
    }

    private static String documentation(BaseElement element) {
        return element.getDocumentations().stream().map(text -> text.getTextContent().trim()).collect(Collectors.joining());
    }

    private static boolean overlap(Bounds a, Bounds b) {
        return a.getX() < b.getX() + b.getWidth() && b.getX() < a.getX() + a.getWidth()
                && a.getY() < b.getY() + b.getHeight() && b.getY() < a.getY() + a.getHeight();
    }

    private static List<String> ids(Collection<? extends BaseElement> elements) {
        return elements.stream().map(BaseElement::getId).toList();
    }

    private static String id(ModelElementInstance element) {
        return element.getAttributeValue("id");
    }
}
