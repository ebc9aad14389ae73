package vn.giaouoc.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaouoc.signature.ChainReport.Fault;
import vn.giaouoc.signature.ChainReport.FaultKind;
import vn.giaouoc.test.Cost;
import vn.giaouoc.test.IntegrationTest;
import vn.giaouoc.test.Meter;

/**
 * The chain against whoever has every right in the database but not the key. What an attacker does is done in a transaction
 * that is undone, so that the chain of the other tests stays whole.
 */
class SignatureChainIT extends IntegrationTest {

    private static final SignerInfo WHO = new SignerInfo("thutruong.sgddt", "Đinh Thị Hà", "GIÁM ĐỐC", "");
    private static final String SUBJECT = "KT-1999-001/GU1";

    @Autowired
    SignatureChain chain;
    @Autowired
    Digests digests;
    @Autowired
    EntryForm form;
    @Autowired
    ServerKeys keys;
    @Autowired
    Anchor anchor;
    @Autowired
    SigningSettings settings;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    Clock clock;
    @Autowired
    EmbeddedPostgres postgres;
    @TempDir
    Path folder;

    private long first;

    @BeforeEach
    void someEntries() {
        first = sign("sgddt", "một").seq();
        for (String unit : List.of("syt", "stc", "stp", "skhcn")) {
            sign(unit, "một");
        }
    }

    @AfterEach
    void wholeAgain() {
        assertThat(chain.verify().faults()).isEmpty();
    }

    private Entry sign(String unit, String content) {
        return transaction.execute(tx -> chain.append(SUBJECT, unit, digests.digest(content), WHO, clock.instant()));
    }

    @Test
    void anUntouchedChainIsIntactAndAnchoredUpToItsEnd() {
        ChainReport report = chain.verify();
        assertThat(report.faults()).isEmpty();
        assertThat(report.intact()).isTrue();
        assertThat(report.last()).isEqualTo(first + 4).isEqualTo(report.entries());
        assertThat(report.anchored()).isEqualTo(report.last());
        assertThat(report.summary()).startsWith("Sổ xác nhận nguyên vẹn");
        ChainReport own = chain.verify(SUBJECT);
        assertThat(own.faults()).isEmpty();
        assertThat(own.entries()).isEqualTo(chain.of(SUBJECT).size());
    }

    @Test
    void anEntryHoldsWhoSignedWhatAndContinuesTheOneBefore() {
        List<Entry> entries = chain.of(SUBJECT);
        Entry last = entries.get(entries.size() - 1);
        assertThat(last.signer()).isEqualTo("skhcn");
        assertThat(last.name()).isEqualTo("Đinh Thị Hà");
        assertThat(last.digest()).isEqualTo(digests.digest("một"));
        assertThat(last.previousHash()).isEqualTo(entries.get(entries.size() - 2).hash());
        assertThat(form.hash(last)).isEqualTo(last.hash());
    }

    @Test
    void everyAlteredColumnIsFound() {
        for (String change : List.of("subject = 'KT-1999-001/GU2'", "signer = 'syt2'", "user_id = 'x'", "name = 'Người khác'", "capacity = 'x'",
                "ground = 'TUQ.'", "digest = repeat('a', 64)", "form = 'FILE'", "form = 'x'", "title = 'x'", "kind = 'PUBLISHED'", "kind = 'x'",
                "at = at + interval '1 microsecond'", "name = 'Đinh Thị Hà '")) {
            assertThat(after("update signature_entry set " + change + " where seq = " + (first + 1))).as(change)
                    .anySatisfy(fault -> assertThat(fault.kind()).isEqualTo(FaultKind.ALTERED))
                    .allSatisfy(fault -> assertThat(fault.seq()).isEqualTo(first + 1));
        }
        assertThat(after("update signature_entry set hash = repeat('a', 64) where seq = " + (first + 1))).extracting(Fault::kind)
                .contains(FaultKind.ALTERED, FaultKind.REORDERED);
        assertThat(after("update signature_entry set signature = 'x' where seq = " + (first + 1))).extracting(Fault::kind)
                .containsExactly(FaultKind.WRONG_SIGNATURE);
        assertThat(after("update signature_entry set previous_hash = repeat('0', 64) where seq = " + (first + 1))).extracting(Fault::kind)
                .contains(FaultKind.ALTERED, FaultKind.REORDERED);
    }

    @Test
    void aDeletedEntryIsFoundAlsoWhenOnlyItsSubjectIsChecked() {
        assertThat(after("delete from signature_entry where seq = " + (first + 2))).singleElement().satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(FaultKind.MISSING);
            assertThat(fault.message()).contains("Thiếu bản ghi số " + (first + 2));
        });
        assertThat(afterIn(SUBJECT, "delete from signature_entry where seq = " + (first + 2))).extracting(Fault::kind).contains(FaultKind.MISSING);
    }

    @Test
    void swappedEntriesAreFound() {
        String swap = "update signature_entry set seq = case seq when 1000000 + %d then %d else %d end where seq in (1000000 + %d, 1000000 + %d)"
                .formatted(first, first + 1, first, first, first + 1);
        assertThat(after("update signature_entry set seq = seq + 1000000 where seq in (%d, %d)".formatted(first, first + 1), swap))
                .extracting(Fault::kind).contains(FaultKind.ALTERED, FaultKind.REORDERED);
    }

    @Test
    void aChainThatWasRecomputedWithoutTheKeyIsFound() {
        List<Fault> faults = attacked(() -> {
            execute("update signature_entry set name = 'Người khác' where seq = " + (first + 1));
            recompute(first + 1, null);
        }, null);
        assertThat(faults).extracting(Fault::kind).containsOnly(FaultKind.WRONG_SIGNATURE, FaultKind.CUT_OFF);
        assertThat(faults.get(0).seq()).isEqualTo(first + 1);
        assertThat(faults).anySatisfy(fault -> assertThat(fault.message()).contains("không phải do máy chủ ký"));
    }

    @Test
    void aChainThatWasSignedWithAnotherKeyIsFound() throws Exception {
        ServerKeys own = otherKeys("attacker");
        List<Fault> faults = attacked(() -> recompute(first, own), null);
        assertThat(faults).extracting(Fault::kind).containsOnly(FaultKind.UNKNOWN_KEY, FaultKind.CUT_OFF);
    }

    @Test
    void aCutOffEndIsFoundByTheAnchor() {
        assertThat(after("delete from signature_entry where seq > " + (first + 2))).singleElement().satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(FaultKind.CUT_OFF);
            assertThat(fault.message()).contains("phần cuối đã bị cắt", String.valueOf(first + 2), String.valueOf(first + 4));
        });
        assertThat(after("delete from signature_entry")).extracting(Fault::kind).containsExactly(FaultKind.CUT_OFF);
        assertThat(afterIn(SUBJECT, "delete from signature_entry where seq = " + (first + 4))).extracting(Fault::kind)
                .containsExactly(FaultKind.CUT_OFF);
    }

    /** An end replaced by genuine-looking entries: the server itself goes on after the cut. */
    @Test
    void anEndThatWasCutAndGrewAgainIsFound() {
        List<Fault> faults = attacked(() -> {
            execute("delete from signature_entry where seq > " + (first + 2));
            IntStream.range(0, 4).forEach(i -> chain.append(SUBJECT, "stp", digests.digest("hai"), WHO, clock.instant()));
        }, null);
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(FaultKind.CUT_OFF);
            assertThat(fault.message()).contains("sổ đã bị lập lại");
        });
    }

    /** The same with all of it committed: the anchor does not follow a chain that no longer has the anchored entry. */
    @Test
    void anAnchorDoesNotFollowAChainWhoseAnchoredEntryIsGone() {
        var own = new Anchor(folder.resolve("cut").resolve("anchor.json"), keys);
        own.set(chain.end().seq(), chain.end().hash());
        var node = new SignatureChain(jdbc, form, keys, own, new AnchorKeeper(own), clock);
        long last = chain.end().seq();
        committed("create table kept_entry as select * from signature_entry where seq = " + last,
                "delete from signature_entry where seq = " + last);
        try {
            for (String unit : List.of("sgddt", "syt")) {
                transaction.executeWithoutResult(tx -> node.append(SUBJECT, unit, digests.digest("hai"), WHO, clock.instant()));
            }
            assertThat(own.read().orElseThrow().seq()).as("stays as the proof").isEqualTo(last);
            assertThat(transaction.<ChainReport>execute(tx -> node.verify()).faults()).extracting(Fault::kind)
                    .containsExactly(FaultKind.CUT_OFF);
            assertThat(transaction.<Boolean>execute(tx -> node.bookIntact())).isFalse();
        } finally {
            committed("delete from signature_entry where seq >= " + last, "insert into signature_entry select * from kept_entry",
                    "drop table kept_entry");
        }
    }

    private void committed(String... statements) {
        transaction.executeWithoutResult(tx -> {
            jdbc.sql("alter table signature_entry disable trigger user").update();
            List.of(statements).forEach(sql -> jdbc.sql(sql).update());
            jdbc.sql("alter table signature_entry enable trigger user").update();
        });
    }

    @Test
    void aChainLongerThanItsAnchorIsWholeAndTheAnchorCatchesUp() throws IOException {
        byte[] then = Files.readAllBytes(settings.anchorFile());
        sign("sgddt", "ba");
        OwnFile.write(settings.anchorFile(), then); // the power went between commit and anchor
        assertThat(anchor.read().orElseThrow().seq()).isEqualTo(first + 4);
        assertThat(chain.verify().intact()).isTrue();
        assertThat(anchor.read().orElseThrow().seq()).isEqualTo(first + 5);
    }

    @Test
    void aMissingOrForgedAnchorIsFoundAndNoEntryMakesANewOne() throws IOException {
        byte[] right = Files.readAllBytes(settings.anchorFile());
        try {
            for (String wrong : List.of("", "{}", "không phải JSON", new String(right).replace("\"seq\":" + (first + 4), "\"seq\":" + (first + 1)))) {
                OwnFile.write(settings.anchorFile(), wrong.getBytes());
                assertThat(chain.verify().faults()).as(wrong).extracting(Fault::kind).containsExactly(FaultKind.NO_ANCHOR);
            }
            Files.delete(settings.anchorFile());
            sign("sgddt", "bốn");
            assertThat(chain.verify().faults()).extracting(Fault::kind).containsExactly(FaultKind.NO_ANCHOR);
        } finally {
            OwnFile.write(settings.anchorFile(), right);
        }
    }

    @Test
    void whatIsRolledBackLeavesNeitherEntryNorAnchor() {
        long before = anchor.read().orElseThrow().seq();
        transaction.executeWithoutResult(tx -> {
            chain.append(SUBJECT, "sgddt", digests.digest("năm"), WHO, clock.instant());
            assertThat(chain.verify().intact()).isTrue();
            tx.setRollbackOnly();
        });
        assertThat(anchor.read().orElseThrow().seq()).isEqualTo(before);
        assertThat(chain.end().seq()).isEqualTo(before);
    }

    @Test
    void anEntryBelongsToATransaction() {
        assertThatThrownBy(() -> chain.append(SUBJECT, "sgddt", digests.digest("x"), WHO, clock.instant()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void theTableIsOnlyAddedTo() {
        for (String slip : List.of("update signature_entry set name = 'x'", "delete from signature_entry", "truncate signature_entry")) {
            assertThatThrownBy(() -> jdbc.sql(slip).update()).isInstanceOf(DataAccessException.class).hasMessageContaining("only added to");
        }
    }

    @Test
    void manyAtTheSameMomentAllGetTheirPlaceAndNobodyFails() throws Exception {
        long before = chain.end().seq();
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Long>> work = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                String unit = "dv" + i;
                work.add(() -> sign(unit, "cùng lúc").seq());
            }
            List<Long> places = new ArrayList<>();
            for (Future<Long> one : people.invokeAll(work)) {
                places.add(one.get());
            }
            assertThat(places).containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(before + 1, before + 64).boxed().toList());
        } finally {
            people.shutdown();
        }
        ChainReport report = chain.verify();
        assertThat(report.faults()).isEmpty();
        assertThat(anchor.read().orElseThrow().seq()).isEqualTo(before + 64);
    }

    /** Each with an anchor of its own: what the other node adds is more of the chain, for both. */
    @Test
    void twoNodesOnOneDatabaseRaiseNoAlarm() throws IOException {
        Path own = folder.resolve("node-b").resolve("anchor.json");
        var anchorB = new Anchor(own, keys);
        anchorB.set(chain.end().seq(), chain.end().hash()); // a copy, as operations say
        var nodeB = new SignatureChain(jdbc, form, keys, anchorB, new AnchorKeeper(anchorB), clock);
        for (int i = 0; i < 3; i++) {
            Entry here = sign("sgddt", "nút A");
            Entry there = transaction.execute(tx -> nodeB.append(SUBJECT, "syt", digests.digest("nút B"), WHO, clock.instant()));
            assertThat(there.previousHash()).isEqualTo(here.hash());
            assertThat(anchor.read().orElseThrow().seq()).isEqualTo(here.seq());
            assertThat(anchorB.read().orElseThrow().seq()).isEqualTo(there.seq());
            assertThat(transaction.<ChainReport>execute(tx -> nodeB.verify()).faults()).isEmpty();
        }
        assertThat(chain.verify().faults()).isEmpty();
    }

    /** After a restored backup somebody looks, and says so at the next start. */
    @Test
    void anAnchorIsSetAnewOnlyWhenTheAdministratorSaysSo() throws IOException {
        var lost = new Anchor(folder.resolve("lost").resolve("anchor.json"), keys);
        var keeper = new AnchorKeeper(lost);
        var restored = new SignatureChain(jdbc, form, keys, lost, keeper, clock);
        keeper.start(restored, restored.verify(), false);
        assertThat(lost.read()).isEmpty();
        lost.set(chain.end().seq() + 7, "f".repeat(64));
        assertThat(restored.verify().faults()).extracting(Fault::kind).containsExactly(FaultKind.CUT_OFF);
        keeper.start(restored, restored.verify(), true);
        assertThat(lost.read().orElseThrow().seq()).isEqualTo(chain.end().seq());
        assertThat(restored.verify().intact()).isTrue();
    }

    /** Operations: the new key is put beside the old one; what the old one signed stays proved, new entries name the new one. */
    @Test
    void afterAChangeOfKeysOldEntriesVerify() throws Exception {
        KeyStore store = load(settings.keyFile());
        TrialKey.add(store, "giaouoc-next", settings.password(), clock.instant().plusSeconds(60));
        Path both = save(store);
        ServerKeys next = ServerKeys.read(both, settings.password());
        assertThat(next.currentId()).isNotEqualTo(keys.currentId());
        SignatureChain after = with(next);
        transaction.executeWithoutResult(tx -> {
            Entry entry = after.append(SUBJECT, "sgddt", digests.digest("khóa mới"), WHO, clock.instant());
            assertThat(entry.keyId()).isEqualTo(next.currentId());
            assertThat(after.verify().faults()).isEmpty();
            assertThat(chain.verify().faults()).as("without the new key").extracting(Fault::kind).containsExactly(FaultKind.UNKNOWN_KEY);
            tx.setRollbackOnly();
        });

        store.setCertificateEntry("giaouoc-old", store.getCertificate("giaouoc-trial"));
        store.deleteEntry("giaouoc-trial"); // only the old public key is kept
        transaction.executeWithoutResult(tx -> assertThat(with(keysOf(store)).verify().faults()).isEmpty());
        store.deleteEntry("giaouoc-old");
        transaction.executeWithoutResult(tx -> assertThat(with(keysOf(store)).verify().faults()).extracting(Fault::kind)
                .contains(FaultKind.UNKNOWN_KEY, FaultKind.NO_ANCHOR));
    }

    @Test
    void keyAndAnchorAreTheOwnersOnly() throws IOException {
        for (Path file : List.of(settings.keyFile(), settings.anchorFile())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(settings.keyFile().getParent()))).isEqualTo("rwx------");
    }

    @Test
    void aKeyFileThatCannotBeUsedSaysWhy() throws Exception {
        assertThatThrownBy(() -> ServerKeys.read(folder.resolve("none.p12"), settings.password())).hasMessageContaining("none.p12");
        assertThatThrownBy(() -> ServerKeys.read(settings.keyFile(), "sai".toCharArray())).hasMessageContaining("GIAOUOC_SIGNING_KEY_PASSWORD");
        KeyStore empty = KeyStore.getInstance("PKCS12");
        empty.load(null, null);
        assertThatThrownBy(() -> ServerKeys.read(save(empty), settings.password())).hasMessageContaining("no private key");
    }

    /** Lock, last entry, new entry. */
    @Test
    void anEntryCostsThreeStatements() {
        sign("sgddt", "khởi động");
        Cost cost = new Meter(postgres, "postgres").measure(() -> IntStream.range(0, 20).forEach(i -> sign("sgddt", "đo"))).per(20);
        assertThat(cost.statements()).isEqualTo(3);
        assertThat(cost.rows()).isEqualTo(1);
    }

    // ---- what an attacker does --------------------------------------------------------------------------------------

    private List<Fault> after(String... statements) {
        return afterIn(null, statements);
    }

    private List<Fault> afterIn(String subject, String... statements) {
        return attacked(() -> List.of(statements).forEach(this::execute), subject);
    }

    private void execute(String sql) {
        assertThat(jdbc.sql(sql).update()).isPositive();
    }

    private List<Fault> attacked(Runnable attack, String subject) {
        return transaction.execute(tx -> {
            jdbc.sql("alter table signature_entry disable trigger user").update();
            attack.run();
            List<Fault> faults = (subject == null ? chain.verify() : chain.verify(subject)).faults();
            tx.setRollbackOnly();
            return faults;
        });
    }

    /** Makes hashes fit again from an entry on, as this code does it; with another key, or leaving the signatures as they are. */
    private void recompute(long from, ServerKeys other) {
        String previous = jdbc.sql("select previous_hash from signature_entry where seq = ?").param(from).query(String.class).single();
        for (Entry e : jdbc.sql(EntryForm.SELECT + "where seq >= ? order by seq").param(from).query((rs, n) -> form.read(rs)).list()) {
            Entry open = new Entry(e.seq(), e.kind(), e.subject(), e.signer(), e.userId(), e.name(), e.capacity(), e.ground(), e.digest(), e.form(),
                    e.title(), e.at(), previous, "", "", other == null ? e.keyId() : other.currentId());
            String hash = form.hash(open);
            jdbc.sql("update signature_entry set previous_hash = ?, hash = ?, signature = ?, key_id = ? where seq = ?").params(previous, hash,
                    other == null ? e.signature() : other.sign(EntryForm.signed(hash)), open.keyId(), e.seq()).update();
            previous = hash;
        }
    }

    private ServerKeys otherKeys(String alias) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        TrialKey.add(store, alias, settings.password(), clock.instant());
        return keysOf(store);
    }

    private SignatureChain with(ServerKeys other) {
        var otherAnchor = new Anchor(settings.anchorFile(), other);
        return new SignatureChain(jdbc, form, other, otherAnchor, new AnchorKeeper(otherAnchor), clock);
    }

    private ServerKeys keysOf(KeyStore store) {
        try {
            return ServerKeys.read(save(store), settings.password());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private KeyStore load(Path file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(Files.readAllBytes(file)), settings.password());
        return store;
    }

    private Path save(KeyStore store) throws Exception {
        var bytes = new ByteArrayOutputStream();
        store.store(bytes, settings.password());
        return Files.write(folder.resolve(Instant.now().toEpochMilli() + "-" + bytes.size() + ".p12"), bytes.toByteArray());
    }
}
