package vn.giaouoc.workflow.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.document.AttachmentView;
import vn.giaouoc.platform.security.CurrentActor;
import vn.giaouoc.shared.InvalidInput;

/** What the forms in Tasklist call; not part of the public API. */
@RestController
@Hidden
@RequestMapping("/api/forms")
class FormController {

    private final TaskForms tasks;
    private final StartForms starts;
    private final Attachments attachments;
    private final CurrentActor actor;
    private final Clock clock;

    FormController(TaskForms tasks, StartForms starts, Attachments attachments, CurrentActor actor, Clock clock) {
        this.tasks = tasks;
        this.starts = starts;
        this.attachments = attachments;
        this.actor = actor;
        this.clock = clock;
    }

    record Content(ObjectNode data) {
        Content {
            if (data == null) {
                throw new InvalidInput("data", "Thiếu nội dung biểu mẫu.");
            }
            FormReader.requireStorable(data, "");
        }
    }

    /** The product's time, by which Tasklist counts how late a task is. */
    @GetMapping("/now")
    Map<String, Object> now() {
        return Map.of("now", clock.instant());
    }

    @GetMapping("/tasks/{taskId}")
    Map<String, Object> load(@PathVariable String taskId) {
        return tasks.load(actor.get(), taskId);
    }

    @PutMapping("/tasks/{taskId}/draft")
    Map<String, Object> save(@PathVariable String taskId, @RequestBody Content content) {
        return tasks.save(actor.get(), taskId, content.data());
    }

    @PostMapping("/tasks/{taskId}/validate")
    Map<String, Object> validate(@PathVariable String taskId, @RequestBody Content content) {
        return tasks.validate(actor.get(), taskId, content.data());
    }

    @GetMapping("/start/{processKey}")
    Map<String, Object> loadStart(@PathVariable String processKey) {
        return starts.load(actor.get(), processKey);
    }

    @PutMapping("/start/{processKey}/draft")
    Map<String, Object> saveStart(@PathVariable String processKey, @RequestBody Content content) {
        return starts.save(actor.get(), processKey, content.data());
    }

    @PostMapping("/start/{processKey}/validate")
    Map<String, Object> validateStart(@PathVariable String processKey, @RequestBody Content content) {
        return starts.validate(actor.get(), processKey, content.data());
    }

    @PostMapping("/files")
    @ResponseStatus(HttpStatus.CREATED)
    AttachmentView upload(@RequestParam("file") MultipartFile file) throws IOException {
        return attachments.upload(actor.get(), file.getOriginalFilename(), file.getBytes());
    }

    @DeleteMapping("/files/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable UUID id) {
        attachments.discard(actor.get(), id);
    }
}
