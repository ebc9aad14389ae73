// The covenant of a bloc: as a document to read, its targets as a table to write with what each means in people, and
// who has commented, registered, signed.

import {announceChange, button, h, paragraphs} from './dom.js';
import {Control, Group, Kept, NumberText, Rows, Select, Text, fileLink} from './controls.js';
import {diffTable} from './change.js';
import {box, fact, facts, fileList, readTable} from './parts.js';
import {paperSections} from './paper.js';
import {section} from './plan.js';
import {send} from './server.js';
import {nameOf, showDate, showMoment, showNumber, upper} from './text.js';

const ASK_AFTER_MS = 700;
export const COMPARATORS = [
  {code: 'AT_LEAST', name: '≥ (ít nhất)', sign: '≥'}, {code: 'MORE_THAN', name: '> (hơn)', sign: '>'}, {code: 'EXACTLY', name: '= (đúng)', sign: '='},
  {code: 'AT_MOST', name: '≤ (không quá)', sign: '≤'}, {code: 'LESS_THAN', name: '< (dưới)', sign: '<'}, {code: 'DONE', name: 'đạt', sign: 'đạt'},
];
export const SCOPES = [{code: 'EACH_MEMBER', name: 'Từng đơn vị'}, {code: 'BLOC', name: 'Cả khối'}];
export const ROUNDINGS = [
  {code: 'NONE', name: 'Để số lẻ'}, {code: 'UP', name: 'Làm tròn lên'}, {code: 'DOWN', name: 'Làm tròn xuống'}, {code: 'NEAREST', name: 'Làm tròn gần nhất'},
];
const TARGET_DIRECTIONS = [{code: 'UP', name: 'Càng cao càng tốt'}, {code: 'DOWN', name: 'Càng thấp càng tốt'}];
const BASES = [{code: 'STAFF', name: 'Tổng số người của đơn vị'}, {code: 'MEMBERS', name: 'Số đơn vị thành viên'}];

/** Where the calls of this covenant go: /api/forms/covenants/KT-2026-001/GU1. */
export const addressOf = (key) => `/api/forms/covenants/${key.split('/').map(encodeURIComponent).join('/')}`;

// ---------------------------------------------------------------- to read

/** "≥ 95 % (của tổng số người của đơn vị)". */
export function targetText(target, view) {
  const {comparator, value, base} = target;
  if (comparator === 'DONE' || value === null || value === undefined) {
    return 'Đạt';
  }
  const shown = valueText(target, value, view);
  return `${nameOf(COMPARATORS.map(({code, sign}) => ({code, name: sign})), comparator)} ${shown}${base ? ` (của ${baseName(base, view.covenant?.content?.targets)})` : ''}`;
}

/** "95 %", "Hoàn thành tốt nhiệm vụ". */
function valueText({measure: code, unit}, value, view) {
  const rated = view.measures?.find((measure) => measure.code === code)?.kind === 'RATING';
  const level = rated ? (view.ratings ?? []).find((one) => one.value === Number(value)) : null;
  return level?.name ?? `${showNumber(value)} ${unit ?? ''}`.trim();
}

function baseName(base, targets) {
  return BASES.find(({code}) => code === base)?.name.toLowerCase() ?? `«${targets?.find(({id}) => id === base)?.name ?? base}»`;
}

/** What a target means: for the bloc in one line, for each member in a list. @param {{open?: boolean, unit?: string}} [shown] open: the list is open; unit: the reader's own, which stands first */
export function meaningNode(meanings, targetId, {open = false, unit} = {}) {
  const own = (meanings ?? []).filter((meaning) => meaning.targetId === targetId && meaning.text);
  const bloc = own.filter(({unitCode}) => !unitCode);
  const members = own.filter(({unitCode}) => unitCode);
  const mine = members.find(({unitCode}) => unitCode === unit);
  const same = new Set(members.map(({text}) => text)).size === 1;
  return h('div.gu-meaning', {}, bloc.map(({text}) => h('p', {}, text)),
    mine ? h('p', {}, h('strong', {}, 'Đơn vị bạn: '), mine.text) : null,
    same && !mine ? h('p', {}, `Mỗi đơn vị: ${members[0].text}`)
      : members.length ? h('details', {open}, h('summary', {}, `Từng đơn vị (${members.length})`),
        h('ul', {}, members.map(({unitName, text}) => h('li', {}, `${unitName}: `, h('span', {}, text))))) : null);
}

export function targetTable(view, content = view.covenant.content) {
  const targets = content?.targets ?? [];
  return targets.length === 0 ? [] : [h('div.gu-scroll', {}, h('table.gu-paper-table', {},
    h('thead', {}, h('tr', {}, ['TT', 'Chỉ tiêu', 'Mức phấn đấu', 'Phạm vi', 'Nghĩa là bao nhiêu người'].map((head) => h('th', {scope: 'col'}, head)))),
    h('tbody', {}, targets.map((target, index) => h('tr', {}, h('td.gu-number', {}, index + 1), h('td', {}, target.name), h('td', {}, targetText(target, view)),
      h('td', {}, nameOf(SCOPES, target.scope)), h('td', {}, meaningNode(view.meanings, target.id, {unit: view.member?.unitCode})))))))];
}

/** The covenant as it will be printed: quốc hiệu, title, content, targets, one signature block per member. */
export function covenantPaper(view) {
  const {covenant, bloc} = view;
  const content = covenant.content ?? {};
  const title = `BẢN GIAO ƯỚC THI ĐUA ${upper(bloc.period)}`;
  return h('article.gu-paper', {'aria-label': title},
    h('div.gu-paper-draft', {}, view.labels.status[covenant.status] ?? covenant.status),
    h('header.gu-paper-head', {},
      h('div.gu-paper-issuer', {}, h('strong.gu-paper-ruled', {}, upper(bloc.name))),
      h('div.gu-paper-nation', {}, h('strong', {}, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'), h('strong.gu-paper-motto', {}, 'Độc lập - Tự do - Hạnh phúc'))),
    h('div.gu-paper-title', {}, h('div', {}, title), h('div.gu-paper-subject', {}, `${bloc.title}${covenant.version > 1 ? ` (điều chỉnh lần ${covenant.version - 1})` : ''}`)),
    paperSections([
      ['Nội dung giao ước', (content.commitments ?? []).map((text, index) => h('p.gu-paper-p', {}, `${index + 1}. ${text}`))],
      ['Chỉ tiêu thi đua', targetTable(view)],
      ['Chương trình công tác', paragraphs(content.plan, 'gu-paper-p')],
      ['Quy chế hoạt động', paragraphs(content.rules, 'gu-paper-p')],
    ]),
    covenant.content ? null : h('p.gu-note', {}, 'Chưa có dự thảo.'),
    h('footer.gu-signatures', {}, covenant.members.map((member) => signatureBlock(member, view))), printLinks(covenant));
}

/** Where its papers are printed: those there are by now. */
function printLinks({blocYear, version, content, conference, status}) {
  const link = (paper, form) => paperLink(blocYear, version, paper, form);
  const registered = !['DRAFTING', 'COMMENTING', 'REVISING', 'REGISTERING', 'GIVEN_UP'].includes(status);
  const papers = [['COVENANT', 'Bản giao ước', content], ['REGISTRATIONS', 'Danh sách đăng ký', registered], ['MINUTES', 'Biên bản hội nghị', conference]]
    .filter(([, , there]) => there);
  return papers.length ? h('p.gu-paper-links', {}, papers.map(([paper, name], index) => [index ? h('span.gu-note', {}, ' | ') : null, `${name}: `,
    link(paper, 'DOCX'), ' · ', link(paper, 'PDF')])) : null;
}

const paperLink = (blocYear, version, paper, form) => h('a', {target: '_blank', rel: 'noopener',
  href: `/api/v1/covenants/${encodeURIComponent(blocYear)}/papers/${paper}/${form}?version=${version}`}, form);

/** Where a successor's annex is printed, once there is something to sign. */
export function annexLinks({blocYear, version}, annex) {
  const link = (form) => paperLink(blocYear, version, `annexes/${annex.seq}`, form);
  return annex.digest ? h('span.gu-nowrap', {}, link('DOCX'), ' · ', link('PDF')) : '';
}

function signatureBlock(member, view) {
  const signed = member.signing === 'SIGNED' || member.signing === 'CONFIRMED_ON_PAPER';
  return h('div.gu-signature', {}, h('strong', {}, upper(member.unitName)),
    String(member.capacity ?? '').split('\n').filter(Boolean).map((text) => h('span', {}, text)),
    signed ? h('em.gu-note', {}, member.signing === 'SIGNED' ? `Xác nhận điện tử trên hệ thống ngày ${showDate(member.signedAt)}` : 'Ký trên giấy, đã xác nhận')
      : h('em.gu-note', {}, view.labels.signing[member.signing] ?? ''),
    h('strong.gu-signer', {}, signed ? member.signerName : ''));
}

/** Who has commented, registered and signed, and who has not. */
export function memberBoard(view) {
  const {covenant, labels} = view;
  const signed = covenant.members.filter(({signing}) => signing === 'SIGNED' || signing === 'CONFIRMED_ON_PAPER').length;
  const yes = (text, tone) => h('span.gu-tag', {class: tone ? `gu-tag gu-tag-${tone}` : 'gu-tag'}, text);
  const answer = (member) => (member.answer ? h('div.gu-note', {}, `Trả lời: ${member.answer}`) : null);
  const commentOf = (member) => h('div', {}, member.commented ? yes(member.agrees === false ? 'Có ý kiến' : 'Thống nhất', 'good') : member.silent ? yes('Không có ý kiến') : 'Chưa', member.reason ? null : answer(member));
  const registered = (member) => (member.registered ? yes('Đã đăng ký', 'good') : member.keepsEarlier ? yes('Giữ đăng ký của bản trước', 'good') : member.registrationMissing ? yes('Chưa đăng ký, quá hạn', 'bad') : 'Chưa');
  const signing = (member) => h('div', {}, yes(labels.signing[member.signing] ?? member.signing, {SIGNED: 'good', CONFIRMED_ON_PAPER: 'good', REFUSED: 'bad',
    DISPUTED: 'bad', MISSING: 'bad'}[member.signing]), member.signerName ? h('div.gu-note', {}, `${member.signerName}, ${showMoment(member.signedAt)}`) : null,
  member.reason ? h('div.gu-note', {}, `Lý do: ${member.reason}`) : null, member.reason ? answer(member) : null);
  return h('section.gu-box.gu-member-board', {}, h('h4.gu-box-title', {}, `Các thành viên: ${showNumber(signed)}/${showNumber(covenant.members.length)} đã ký`),
    facts(fact('Tình trạng', labels.status[covenant.status]), fact('Hạn góp ý', showMoment(covenant.commentDueAt)), fact('Hạn đăng ký', showMoment(covenant.registerDueAt)),
      fact('Hạn ký', showMoment(covenant.signDueAt)), fact('Có hiệu lực từ', showMoment(covenant.inForceAt)), fact('Xác minh', (covenant.version === 1 ? covenant.inForceAt : covenant.recordedAt) && covenant.digest
        ? h('a', {href: `/xac-minh/${encodeURIComponent(covenant.digest)}`, target: '_blank', rel: 'noopener'}, 'Trang xác minh theo mã băm') : null)),
    readTable(['Đơn vị', 'Vai trò', 'Góp ý', 'Đăng ký', 'Ký'], covenant.members.map((member) =>
      [member.unitName, labels.role[member.role], commentOf(member), registered(member), signing(member)])));
}

/** What changes against the covenant in force; only of an amendment. */
export function covenantDiff(view) {
  const {covenant} = view;
  if (covenant.version === 1) {
    return null;
  }
  return h('section.gu-box', {}, h('h4.gu-box-title', {}, 'Nội dung điều chỉnh'), facts(fact('Lý do', covenant.reason)),
    diffTable(covenant.diff, ['Nội dung', 'Giao ước đang có hiệu lực', 'Điều chỉnh thành']));
}

/** The conference as it was recorded. */
export function conferenceView({covenant}) {
  const {conference} = covenant;
  if (!conference) {
    return null;
  }
  const names = new Map(covenant.members.map(({unitCode, unitName}) => [unitCode, unitName]));
  return h('details.gu-details', {}, h('summary', {}, `Hội nghị ngày ${showDate(conference.date)}`),
    facts(fact('Địa điểm', conference.place), fact('Kết quả', conference.agreed ? 'Thống nhất' : 'Chưa thống nhất')),
    readTable(['Đơn vị', 'Có mặt', 'Người dự', 'Chức vụ'], conference.attendance.map((row) => [names.get(row.unit) ?? row.unit, row.present ? 'Có' : 'Vắng',
      row.representative, row.position])),
    conference.points.length ? readTable(['Nội dung thảo luận', 'Kết luận'], conference.points.map(({text, conclusion}) => [text, conclusion])) : null,
    conference.votes.length ? readTable(['Biểu quyết', 'Đồng ý', 'Không đồng ý', 'Ý kiến khác'], conference.votes.map((vote) =>
      [vote.subject, showNumber(vote.agree), showNumber(vote.disagree), showNumber(vote.abstain)]), [1, 2, 3]) : null,
    paragraphs(conference.minutes));
}

/** Papers signed outside the system, with what was found in them. */
export function signedFileList(view) {
  const names = new Map(view.covenant.members.map(({unitCode, unitName}) => [unitCode, unitName]));
  return view.signedFiles?.length ? box('Bản ký giấy, bản ký số ở ngoài', view.signedFiles.map((file) => h('article.gu-comment', {},
    h('p', {}, fileLink({id: file.file, name: file.name}), h('span.gu-note', {}, ` ${file.outside ? 'Tệp PDF ký số ở ngoài' : 'Bản quét có chữ ký'}, tải lên ${showMoment(file.uploadedAt)}`)),
    h('p.gu-note', {}, `Đơn vị: ${file.units.map((unit) => names.get(unit) ?? unit).join('; ')}`),
    file.signatures.length ? readTable(['Người ký', 'Thời điểm', 'Toàn vẹn', 'Kết quả kiểm tra'], file.signatures.map((found) =>
      [found.name, showMoment(found.at), found.intact ? 'Nguyên vẹn' : 'Đã bị thay đổi', found.verdict])) : null))) : null;
}

/** What the members registered, one by one and added up. */
export function registrationBoard(view) {
  if (!view.registrations) {
    return null;
  }
  const title = (code) => view.titles.find((entry) => entry.code === code)?.name ?? code;
  const {consolidated} = view;
  return h('details.gu-details', {}, h('summary', {}, `Bản đăng ký của các thành viên (${showNumber(consolidated.registered)}/${showNumber(consolidated.members)})`),
    consolidated.titles.length ? readTable(['Danh hiệu', 'Tổng số', 'Số đơn vị'], consolidated.titles.map((row) => [row.name, showNumber(row.count), showNumber(row.units)]), [1, 2],
      `Tổng hợp: ${showNumber(consolidated.staff)} người, ${showNumber(consolidated.initiatives)} sáng kiến, ${showNumber(consolidated.models)} mô hình`) : null,
    view.registrations.map(({unitName, registration}) => h('article.gu-comment', {}, h('header', {}, h('strong', {}, unitName)),
      registration ? registrationView(registration, title, view) : h('p.gu-note', {}, 'Chưa đăng ký.'))));
}

function registrationView(registration, title, view) {
  const target = (id) => view.covenant.content?.targets.find((entry) => entry.id === id);
  return facts(fact('Tổng số người', showNumber(registration.staff)),
    fact('Danh hiệu', registration.titles.map((row) => `${title(row.title)}: ${showNumber(row.count)}`).join('; ')),
    fact('Sáng kiến', registration.initiatives.join('; ')), fact('Mô hình', registration.models.join('; ')),
    fact('Chỉ tiêu riêng', registration.targets.map((row) => `${target(row.targetId)?.name ?? row.targetId}: ${valueText(target(row.targetId) ?? {}, row.value, view)}`).join('; ')),
    fact('Ghi chú', registration.note));
}

/** The SHA-256 of what is signed, in groups that an eye can compare. */
export const digestNode = (digest) => h('code.gu-digest', {}, String(digest ?? '').match(/.{1,8}/g)?.join(' ') ?? '');

/** The covenant's files: minutes, and what else was attached to it. */
export const covenantFiles = (view) => (view.files?.length ? box('Tệp kèm theo', fileList(view.files)) : null);

// ---------------------------------------------------------------- to write

/** A list of choices that follows what else is typed. */
class OpenSelect extends Select {
  offer(list) {
    const chosen = this.input.value;
    this.input.replaceChildren(h('option', {value: ''}, '– Không –'), ...list.map(({code, name}) => h('option', {value: code}, name)));
    this.write(chosen || null);
  }
}

/** A number, or for a yearly rating one of its levels. */
export class TargetValue extends Control {
  constructor({name, label = 'Mức', ratings}) {
    super(name);
    this.number = new NumberText({name, label});
    this.level = new Select({name, label, list: ratings.map((level) => ({code: String(level.value), name: level.name}))});
    this.number.container = this;
    this.level.container = this;
    this.node = h('div.gu-target-value', {}, this.number.node, this.level.node);
    this.use(null);
  }

  /** @param {string} kind of the measure; without value for what is only reached or not */
  use(kind) {
    this.level.show(kind === 'RATING');
    this.number.show(!['RATING', 'DONE', 'TEXT'].includes(kind));
  }

  get now() {
    return this.level.shown ? this.level : this.number;
  }

  value() {
    const level = this.level.value();
    return this.level.shown ? (level === null ? null : Number(level)) : this.number.value();
  }

  write(value) {
    this.number.write(value);
    this.level.write(value === null || value === undefined ? null : String(value));
  }

  find() {
    return this.now;
  }

  mistakes() {
    return this.now.mistakes();
  }

  clearErrors() {
    this.number.clearErrors();
    this.level.clearErrors();
  }

  focus() {
    this.now.focus();
  }
}

/** One target. Choosing a measure fills in what is usual for it. */
class TargetRow extends Group {
  constructor(view) {
    const measure = new Select({name: 'measure', label: 'Chỉ tiêu trong danh mục', list: view.measures ?? []});
    const name = new Text({name: 'name', label: 'Tên ghi trong giao ước'});
    const comparator = new Select({name: 'comparator', label: 'So sánh', list: COMPARATORS});
    const value = new TargetValue({name: 'value', ratings: view.ratings ?? []});
    const unit = new Text({name: 'unit', label: 'Đơn vị tính'});
    const base = new OpenSelect({name: 'base', label: 'Tính trên', list: BASES, empty: '– Không –'});
    const rounding = new Select({name: 'rounding', label: 'Làm tròn', list: ROUNDINGS});
    const direction = new Select({name: 'direction', label: 'Chiều', list: TARGET_DIRECTIONS});
    const scope = new Select({name: 'scope', label: 'Phạm vi', list: SCOPES});
    const meaning = h('div', {'aria-live': 'polite'});
    super(null, [new Kept('id'), measure, name, comparator, value, unit, base, rounding, direction, scope], h('div.gu-target', {},
      h('div.gu-target-line', {}, measure.node, name.node),
      h('div.gu-target-line', {}, comparator.node, value.node, unit.node, base.node), h('div.gu-target-line', {}, scope.node, direction.node, rounding.node),
      h('div.gu-target-meaning', {}, h('span.gu-note', {}, 'Nghĩa là: '), meaning)));
    this.meaning = meaning;
    this.view = view;
    measure.input.addEventListener('change', () => this.usual());
    base.input.addEventListener('change', () => {
      if (base.value() === 'MEMBERS') {
        scope.write('BLOC'); // of the units is always said of the whole bloc
      }
    });
    measure.afterWrite = () => this.adapt();
  }

  get blank() {
    return ['measure', 'name', 'comparator', 'value'].every((name) => this.get(name).value() === null);
  }

  get kind() {
    return this.view.measures?.find(({code}) => code === this.get('measure').value());
  }

  focus() {
    this.get('measure').focus();
  }

  adapt() {
    const measure = this.kind;
    this.get('value').use(measure?.kind ?? null);
    this.get('base').show(!measure || measure.needsBase);
    this.get('rounding').show(!measure || measure.needsBase);
  }

  usual() {
    const measure = this.kind;
    if (!measure) {
      return;
    }
    const plain = ['DONE', 'TEXT'].includes(measure.kind);
    this.get('name').write(this.get('name').value() ?? measure.name);
    this.get('unit').write(measure.unit ?? null);
    this.get('comparator').write(plain ? 'DONE' : measure.kind === 'RATING' || measure.direction !== 'DOWN' ? 'AT_LEAST' : 'AT_MOST');
    this.get('direction').write(measure.direction ?? 'UP');
    this.get('rounding').write(measure.rounding ?? 'NONE');
    this.get('scope').write(this.get('scope').value() ?? 'EACH_MEMBER');
    this.adapt();
    announceChange(this.node);
  }
}

/** The targets: each keeps its id, by which other targets and registrations name it. */
class TargetRows extends Rows {
  read() {
    const taken = new Set(this.rows.map(({control}) => control.get('id').value()).filter(Boolean));
    let next = 1;
    this.filled.forEach((row) => {
      if (!row.get('id').value()) {
        while (taken.has(`t${next}`)) {
          next += 1;
        }
        taken.add(`t${next}`);
        row.get('id').write(`t${next}`);
      }
    });
    return super.read();
  }

  /** Other targets are offered as what a percentage may be of. */
  offerBases() {
    this.read();
    const targets = this.filled.map((row) => ({row, code: row.get('id').value(), name: `Chỉ tiêu: ${row.get('name').value() ?? ''}`}));
    this.rows.forEach(({control}) => control.get('base').offer([...BASES, ...targets.filter(({row}) => row !== control)]));
  }

  /** What the server says each means. */
  explain(meanings) {
    this.filled.forEach((row) => row.meaning.replaceChildren(meaningNode(meanings, row.get('id').value(), {open: true})));
  }
}

/**
 * What the head unit writes: program, rules, commitments, targets. While one types, the server says what the targets mean in
 * people and what an amendment changes.
 */
export function covenantEditor(view, extra = []) {
  const commitments = new Rows({name: 'commitments', label: 'Các nội dung giao ước', addLabel: 'Thêm nội dung', minimum: 1,
    row: () => new Text({name: 'item', label: 'Nội dung', rows: 2})});
  const targets = new TargetRows({name: 'targets', label: 'Các chỉ tiêu', addLabel: 'Thêm chỉ tiêu', minimum: 1, row: () => new TargetRow(view),
    hint: 'Tỷ lệ phải ghi rõ tính trên số nào: ví dụ 95 % của tổng số người là lao động tiên tiến, trong đó 15 % của số lao động tiên tiến là chiến sĩ thi đua cơ sở.'});
  const plan = new Text({name: 'plan', label: 'Chương trình công tác', rows: 6});
  const rules = new Text({name: 'rules', label: 'Quy chế hoạt động', rows: 5});
  const diff = h('div', {'aria-live': 'polite'});
  const node = h('div.gu-editor', {}, section('Nội dung giao ước', null, commitments.node), section('Chỉ tiêu thi đua', null, targets.node),
    section('Chương trình công tác, quy chế', null, plan.node, rules.node), diff, extra.map((control) => control.node));
  const group = new Group(null, [commitments, targets, plan, rules, ...extra], node);
  const content = () => Object.fromEntries([plan, rules, commitments, targets].map((control) => [control.name, control.value()]));
  const ask = later(async () => {
    targets.offerBases();
    const answer = await send('POST', `${addressOf(view.key)}/meanings`, {content: content()});
    targets.explain(answer.meanings);
    if (view.covenant.version > 1) {
      diff.replaceChildren(section('Thay đổi so với giao ước đang có hiệu lực', null, diffTable(answer.diff, ['Nội dung', 'Đang có hiệu lực', 'Điều chỉnh thành'])));
    }
  });
  node.addEventListener('input', ask);
  targets.afterWrite = () => {
    targets.rows.forEach(({control}) => control.adapt());
    ask();
  };
  return group;
}

/** Runs after a pause in typing. What fails here is said again, at its field, when the form is checked. */
function later(run) {
  let timer = null;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => run().catch((refusal) => console.warn(refusal.message)), ASK_AFTER_MS);
  };
}

/** A password: entered for one act, never part of the form's data, never kept. */
export class Secret extends Text {
  constructor(options) {
    super({className: 'gu-short', ...options});
    this.input.type = 'password';
    this.input.autocomplete = 'current-password';
    this.input.addEventListener('input', (event) => {
      event.stopPropagation(); // nothing to save
      this.clearErrors();
    });
  }

  read() {
    return this.input.value === '' ? null : this.input.value;
  }

  write() {}
}

// ---------------------------------------------------------------- acts beside the task

/** An act of its own, with a reason, that leaves the task open. @param done what is said when it has been done */
export function reasonedAct({title, note, label, act, address, done, task}) {
  const reason = new Text({name: 'reason', label, required: true, rows: 3});
  const message = h('p.gu-note', {role: 'status'});
  const run = async () => {
    reason.clearErrors();
    try {
      await send('POST', address, {reason: reason.value()});
      message.textContent = done;
    } catch (refusal) {
      refusal.errors.forEach((error) => reason.showError(error.message));
      message.textContent = refusal.errors.length ? '' : refusal.message;
    }
  };
  const node = box(title, h('p.gu-note', {}, note), reason.node, button(act, run), message);
  node.addEventListener('input', (event) => event.stopPropagation()); // no part of the task's draft
  return h('fieldset.gu-fieldset', {disabled: !task.mine}, node);
}

/** Gives up an amendment begun by mistake. @param key of the amendment */
export const givingUp = (key, task) => reasonedAct({title: 'Hủy lần điều chỉnh này', label: 'Lý do hủy điều chỉnh', act: 'Hủy điều chỉnh', task,
  note: 'Dùng khi đề nghị nhầm, trước khi mở đăng ký. Nội dung, ý kiến đã có được lưu lại; bản giao ước đang có hiệu lực giữ nguyên.',
  address: `${addressOf(key)}/giving-up`, done: 'Đã hủy lần điều chỉnh; bản giao ước đang có hiệu lực giữ nguyên.'});
