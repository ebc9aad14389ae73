package vn.giaouoc.covenant;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.giaouoc.covenant.Consolidated.TargetTotal;
import vn.giaouoc.covenant.Consolidated.TitleTotal;
import vn.giaouoc.covenant.Meanings.Holder;

/** What targets and registrations come to, for each member and for the bloc. */
@Component
class CovenantNumbers {

    private final CovenantCatalogue catalogue;

    CovenantNumbers(CovenantCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    List<TargetMeaning> meanings(List<Target> targets, List<Part> parts) {
        List<Part> active = active(parts);
        return meanings(targets, active.size()).of(active.stream().map(part -> holder(part, part.registration())).toList());
    }

    /** The meanings for one member as it would register. */
    List<TargetMeaning> meanings(List<Target> targets, List<Part> parts, Part of, Registration registration) {
        List<Target> each = targets.stream().filter(target -> target.scope() == TargetScope.EACH_MEMBER).toList();
        return meanings(each, active(parts).size()).of(List.of(holder(of, registration)));
    }

    /** The numbers that later reviews read: each member's targets by member, the bloc's by {@link BaselineRow#BLOC}. */
    List<BaselineRow> baseline(Run run, List<Target> targets, List<Part> parts) {
        List<Part> active = active(parts);
        Meanings meanings = meanings(targets, active.size());
        List<Holder> holders = active.stream().map(part -> holder(part, part.registration())).toList();
        List<BaselineRow> rows = new ArrayList<>();
        for (Target target : targets) {
            List<Holder> of = target.scope() == TargetScope.BLOC ? List.of(Meanings.bloc(holders)) : holders;
            of.forEach(holder -> rows.add(new BaselineRow(run.blocYear(), run.version(),
                    holder.code() == null ? BaselineRow.BLOC : holder.code(), target.id(), target.measure(), target.comparator(),
                    Meanings.value(target, holder), meanings.amount(target, holder).people())));
        }
        return rows;
    }

    Consolidated consolidated(List<Target> targets, List<Part> parts) {
        List<Part> active = active(parts);
        List<Registration> registered = active.stream().map(Part::registration).filter(java.util.Objects::nonNull).toList();
        return new Consolidated(active.size(), registered.size(), registered.stream().mapToLong(Registration::staff).sum(),
                titles(registered),
                registered.stream().mapToInt(registration -> registration.initiatives().size()).sum(),
                registered.stream().mapToInt(registration -> registration.models().size()).sum(), totals(targets, parts));
    }

    private List<TitleTotal> titles(List<Registration> registered) {
        List<Title> titles = catalogue.titles();
        Map<String, Title> known = titles.stream().collect(Collectors.toMap(Title::code, Function.identity()));
        Map<String, List<BigDecimal>> counts = new TreeMap<>(Comparator.comparing((String code) -> titles.indexOf(known.get(code)))
                .thenComparing(Comparator.naturalOrder()));
        registered.forEach(registration -> registration.titles()
                .forEach(row -> counts.computeIfAbsent(row.title(), code -> new ArrayList<>()).add(row.count())));
        return counts.entrySet().stream().map(entry -> {
            Title title = known.get(entry.getKey()); // null: no longer in the catalogue
            return new TitleTotal(entry.getKey(), title == null ? entry.getKey() : title.name(), title == null ? null : title.kind(),
                    sum(entry.getValue()), entry.getValue().size());
        }).toList();
    }

    private List<TargetTotal> totals(List<Target> targets, List<Part> parts) {
        Map<String, List<BigDecimal>> known = meanings(targets, parts).stream()
                .filter(meaning -> meaning.unitCode() != null && meaning.people() != null)
                .collect(Collectors.groupingBy(TargetMeaning::targetId, Collectors.mapping(TargetMeaning::people, Collectors.toList())));
        return targets.stream().filter(target -> known.containsKey(target.id()))
                .map(target -> new TargetTotal(target.id(), target.name(), sum(known.get(target.id())), known.get(target.id()).size()))
                .toList();
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Meanings meanings(List<Target> targets, int members) {
        return new Meanings(targets, catalogue.measures(), catalogue.ratings(), members);
    }

    private static Holder holder(Part part, Registration registration) {
        BigDecimal staff = registration == null || registration.staff() == null ? null : BigDecimal.valueOf(registration.staff());
        Map<String, BigDecimal> own = registration == null ? Map.of() : registration.targets().stream()
                .filter(row -> row != null && row.targetId() != null && row.value() != null)
                .collect(Collectors.toMap(MemberTarget::targetId, MemberTarget::value, (one, other) -> one));
        return new Holder(part.unit(), part.actingName(), staff, own);
    }

    private static List<Part> active(List<Part> parts) {
        return parts.stream().filter(Part::active).toList();
    }
}
