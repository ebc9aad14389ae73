package vn.giaouoc.workflow.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotFound;
import vn.giaouoc.workflow.form.StartForm.Started;

/** Forms with which people start a process in Tasklist; the same drafts and checks as {@link TaskForms}. */
@Service
@Transactional
public class StartForms {

    private final Map<String, StartForm<?>> forms;
    private final RepositoryService repository;
    private final FormDrafts drafts;
    private final FormReader reader;

    StartForms(List<StartForm<?>> forms, RepositoryService repository, FormDrafts drafts, FormReader reader) {
        this.forms = forms.stream().collect(Collectors.toMap(StartForm::processKey, Function.identity()));
        this.repository = repository;
        this.drafts = drafts;
        this.reader = reader;
    }

    /** Everything the start form shows this person. @throws NotFound nothing this person may start */
    @Transactional(readOnly = true)
    public Map<String, Object> load(Actor actor, String processKey) {
        StartForm<?> form = form(processKey);
        var loaded = new LinkedHashMap<String, Object>();
        loaded.put("view", form.view(actor));
        loaded.put("draft", drafts.find(FormDrafts.ofStart(processKey), actor.userId())
                .<Object>map(draft -> Map.of("revision", draft.revision(), "data", draft.data(), "savedAt", draft.savedAt()))
                .orElse(null));
        loaded.put("next", form.next());
        return loaded;
    }

    /** Keeps what was typed. */
    public Map<String, Object> save(Actor actor, String processKey, ObjectNode data) {
        form(processKey);
        var saved = drafts.type(FormDrafts.ofStart(processKey), actor.userId(), data);
        return Map.of("revision", saved.revision(), "savedAt", saved.savedAt());
    }

    /** Keeps what was typed and marks it ready when nothing speaks against it. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED) // what was typed is kept even when it is refused
    public Map<String, Object> validate(Actor actor, String processKey, ObjectNode data) {
        StartForm<?> form = form(processKey);
        var checked = drafts.check(FormDrafts.ofStart(processKey), actor.userId(), data, () -> check(form, actor, data));
        return Map.of("revision", checked.revision(), "findings", checked.found());
    }

    /** The start itself, from the engine's listener: creates the aggregate. Empty when people do not start this process. */
    Optional<Started> start(Actor actor, String processKey) {
        return Optional.ofNullable(forms.get(processKey)).map(form -> start(form, actor, ready(actor, processKey)));
    }

    /** Whether the deputy of an absent specialist may start this process in its place. */
    boolean byDeputies(String processKey) {
        return !forms.containsKey(processKey) || forms.get(processKey).byDeputies();
    }

    /** A start has no findings that do not block. */
    private <D> List<Finding> check(StartForm<D> form, Actor actor, ObjectNode data) {
        form.check(actor, form.read(data.deepCopy(), reader));
        return List.of();
    }

    private <D> Started start(StartForm<D> form, Actor actor, ObjectNode data) {
        D read = form.read(data.deepCopy(), reader);
        form.check(actor, read);
        return form.start(actor, read);
    }

    private ObjectNode ready(Actor actor, String processKey) {
        return drafts.take(FormDrafts.ofStart(processKey), actor.userId()).filter(FormDrafts.Draft::ready)
                .orElseThrow(() -> new InvalidInput("data", "Biểu mẫu khởi tạo chưa được nhập hoặc chưa được kiểm tra."))
                .data();
    }

    /** Only a process the person may start has a form for it: the engine's authorizations decide. */
    private StartForm<?> form(String processKey) {
        StartForm<?> form = forms.get(processKey);
        boolean startable = form != null && repository.createProcessDefinitionQuery().processDefinitionKey(processKey)
                .latestVersion().startablePermissionCheck().count() == 1;
        if (!startable) {
            throw new NotFound("Không có quy trình này, hoặc bạn không được khởi tạo.");
        }
        return form;
    }
}
