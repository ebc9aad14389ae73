package vn.giaouoc.workflow.covenant;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.giaouoc.bloc.BlocRole;
import vn.giaouoc.bloc.BlocYears;
import vn.giaouoc.bloc.BlocYearView;
import vn.giaouoc.covenant.CovenantCatalogue;
import vn.giaouoc.covenant.CovenantQueries;
import vn.giaouoc.covenant.CovenantStatus;
import vn.giaouoc.covenant.CovenantView;
import vn.giaouoc.covenant.MemberRegistration;
import vn.giaouoc.covenant.SigningState;
import vn.giaouoc.document.AttachmentView;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.workflow.form.TaskContext;

/** What the forms of a covenant show; shared by all of them. */
@Component
class CovenantViews {

    private final CovenantQueries covenants;
    private final CovenantCatalogue catalogue;
    private final BlocYears years;
    private final Attachments attachments;

    CovenantViews(CovenantQueries covenants, CovenantCatalogue catalogue, BlocYears years, Attachments attachments) {
        this.covenants = covenants;
        this.catalogue = catalogue;
        this.years = years;
        this.attachments = attachments;
    }

    /** The covenant of a task as its holder may see it: the document, what its targets mean, who has done what. */
    Map<String, Object> document(TaskContext task) {
        return document(task.actor(), CovenantProcess.covenant(task.businessKey()));
    }

    Map<String, Object> document(Actor actor, String key) {
        CovenantView covenant = covenants.get(actor, key);
        BlocYearView year = years.get(covenant.blocYear());
        var view = new LinkedHashMap<String, Object>();
        view.put("covenant", covenant);
        view.put("key", key);
        view.put("bloc", bloc(year));
        view.put("meanings", covenant.content() == null ? List.of() : covenants.meanings(key));
        view.put("signedFiles", covenants.signedFiles(key));
        view.put("annexes", covenants.annexes(key));
        view.put("files", files(key));
        view.put("labels", labels(year));
        view.put("measures", catalogue.measures());
        view.put("titles", catalogue.titles());
        view.put("ratings", catalogue.ratings());
        return view;
    }

    /** The document beside one member's part in it; once it is sealed with everybody's registration, for they are part of what is signed. */
    Map<String, Object> member(TaskContext task) {
        Map<String, Object> view = document(task);
        CovenantView covenant = (CovenantView) view.get("covenant");
        String unit = CovenantProcess.unit(task.businessKey());
        List<MemberRegistration> registrations = covenants.registrations(covenant.key());
        view.put("member", MemberSteps.member(covenant, unit));
        view.put("registration", registrations.stream().filter(registration -> registration.unitCode().equals(unit)).findFirst().orElse(null));
        if (covenant.status().signable()) {
            view.put("registrations", registrations);
            view.put("consolidated", covenants.consolidated(covenant.key()));
        }
        return view;
    }

    /** The document with what the members registered, one by one and added up: for the head unit and Sở Nội vụ. */
    Map<String, Object> registered(TaskContext task) {
        Map<String, Object> view = document(task);
        String key = CovenantProcess.covenant(task.businessKey());
        view.put("registrations", covenants.registrations(key));
        view.put("consolidated", covenants.consolidated(key));
        return view;
    }

    /** The same with the files members sent along with their comments, and the refusals of what was signed before. */
    Map<String, Object> commented(TaskContext task) {
        Map<String, Object> view = document(task);
        CovenantView covenant = (CovenantView) view.get("covenant");
        view.put("commentFiles", covenant.members().stream().collect(Collectors.toMap(member -> member.unitCode(),
                member -> files(covenant.key() + "/" + member.unitCode()))));
        view.put("openRefusals", covenants.openRefusals(covenant.key()));
        return view;
    }

    private static Map<String, Object> bloc(BlocYearView year) {
        var bloc = new LinkedHashMap<String, Object>();
        bloc.put("code", year.code());
        bloc.put("name", year.name());
        bloc.put("title", year.title());
        bloc.put("period", BlocYearView.periodName(year.year(), year.schoolYear()));
        bloc.put("word", year.kind().word());
        bloc.put("from", year.from());
        bloc.put("to", year.to());
        bloc.put("head", year.head() == null ? null : year.head().unitName());
        return bloc;
    }

    private static Map<String, Object> labels(BlocYearView year) {
        return Map.of("status", names(CovenantStatus.values(), CovenantStatus::label),
                "signing", names(SigningState.values(), SigningState::label),
                "role", names(BlocRole.values(), role -> role.label(year.kind())));
    }

    private static <E extends Enum<E>> Map<String, String> names(E[] values, Function<E, String> name) {
        return Arrays.stream(values).collect(Collectors.toMap(Enum::name, name));
    }

    List<Map<String, Object>> files(String subject) {
        return attachments.of(subject).stream().map(CovenantViews::file).toList();
    }

    private static Map<String, Object> file(AttachmentView file) {
        return Map.of("id", file.id(), "name", file.name(), "slot", file.slot(), "size", file.size(), "mediaType", file.mediaType(),
                "sha256", file.sha256());
    }
}
