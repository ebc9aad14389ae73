// Composition of blocs: the editor with its .xlsx file and the rotation beside it, the decision to read, and the state of each bloc.

import {announceChange, button, h, newId, paragraphs} from './dom.js';
import {Check, Choice, Control, DateText, Files, Group, NumberText, Rows, Select, Text, YearText} from './controls.js';
import {givingUp} from './covenant.js';
import {officialPaper, paperSections} from './paper.js';
import {box, fact, facts, paperLinks, readTable} from './parts.js';
import {section} from './plan.js';
import {Refusal, download, send} from './server.js';
import {given, nameOf, searchable, showDate, showNumber} from './text.js';

const API = '/api/v1/bloc-compositions';
const KINDS = [{code: 'KHOI', name: 'Khối thi đua'}, {code: 'CUM', name: 'Cụm thi đua'}];
const ROLES = [{code: 'HEAD', name: 'Trưởng'}, {code: 'DEPUTY', name: 'Phó Trưởng'}, {code: 'MEMBER', name: 'Thành viên'}];
const SHOWN_FAULTS = 20;

/** One of very many units: typed or chosen from one list that all rows share, kept as its code. */
class UnitText extends Text {
  /** @param directory byCode, byName: maps of the units; list: id of the shared list */
  constructor(directory) {
    super({name: 'unit', label: 'Đơn vị', placeholder: 'Gõ tên để chọn…'});
    this.directory = directory;
    this.input.setAttribute('list', directory.list);
    this.input.addEventListener('change', () => this.tidy());
  }

  tidy() {
    const code = this.read();
    if (code === undefined) {
      this.showError('Không có đơn vị này; chọn một đơn vị trong danh sách.');
    } else {
      this.write(code);
    }
  }

  /** @returns the unit's code, null when empty, undefined when there is no such unit */
  read() {
    const typed = given(this.input.value);
    return typed === null ? null : this.directory.byName.get(searchable(typed.trim())) ?? (this.directory.byCode.has(typed.trim()) ? typed.trim() : undefined);
  }

  value() {
    return super.value() ?? null;
  }

  write(code) {
    this.input.value = code ? this.directory.byCode.get(code) ?? code : '';
  }

  mistakes() {
    return this.read() === undefined ? [{control: this, message: 'Không có đơn vị này; chọn một đơn vị trong danh sách.'}] : [];
  }
}

/** A row that counts as empty while these of its fields are: the others always have a choice. */
class RowOf extends Group {
  constructor(controls, telling, node) {
    super(null, controls, node);
    this.telling = telling;
  }

  get blank() {
    return this.telling.every((name) => [null, undefined].includes(this.get(name).value()) || this.get(name).value().length === 0);
  }
}

function directoryOf(view) {
  const units = view.units ?? [];
  const byCode = new Map([...Object.entries(view.names ?? {}), ...units.map(({code, name}) => [code, name])]);
  const list = newId();
  return {list, byCode, byName: new Map(units.map(({code, name}) => [searchable(name), code])),
    node: h('datalist', {id: list}, units.map(({name}) => h('option', {value: name})))};
}

function chosen(options) {
  const select = new Select({empty: null, ...options});
  select.fallback = options.list[select.input.selectedIndex]?.code ?? options.list[0].code;
  return select;
}

function blocRow(directory) {
  const kind = chosen({name: 'kind', label: 'Loại', list: KINDS});
  const blocCode = new Text({name: 'blocCode', label: 'Mã khối', placeholder: 'tham-muu-tong-hop', hint: 'Giữ nguyên qua các năm.'});
  const name = new Text({name: 'name', label: 'Tên cụm, khối', placeholder: 'Khối thi đua các cơ quan …'});
  const members = new Rows({name: 'members', label: 'Thành viên', addLabel: 'Thêm thành viên', row: () => {
    const role = chosen({name: 'role', label: 'Vai trò', list: ROLES});
    role.fallback = 'MEMBER';
    const unit = new UnitText(directory);
    return new RowOf([unit, role], ['unit']);
  }, columns: 'minmax(0, 1fr) 10em'});
  const rules = new Text({name: 'rules', label: 'Quy chế hoạt động', rows: 4});
  const criteria = new Rows({name: 'criteria', label: 'Tiêu chí, điểm tối đa', addLabel: 'Thêm tiêu chí',
    hint: 'Mục lớn đứng trước các mục con; điểm mục lớn bằng tổng các mục con.', columns: '5em 6em minmax(0, 1fr) 7em 11em', row: () => new Group(null, [
      new Text({name: 'code', label: 'Mã'}), new Text({name: 'parent', label: 'Thuộc mục'}), new Text({name: 'name', label: 'Nội dung'}),
      new NumberText({name: 'max', label: 'Điểm tối đa'}), new Text({name: 'scoredBy', label: 'Cơ quan chấm'})])});
  const node = h('div.gu-box.gu-bloc', {}, h('div.gu-line', {}, kind.node, blocCode.node), name.node, members.node,
    h('details.gu-details', {}, h('summary', {}, 'Quy chế, tiêu chí chấm điểm'), rules.node, criteria.node));
  return new RowOf([kind, blocCode, name, members, rules, criteria], ['blocCode', 'name', 'members'], node);
}

/**
 * What was kept of each bloc when the draft was begun. Where another system has written into it since, the drafter
 * takes its blocs into the draft or keeps the draft; until then the form is refused at this field.
 */
class Basis extends Control {
  constructor(view, task, blocs) {
    super('basis');
    Object.assign(this, {view, task, blocs, fullName: 'Nội dung hệ thống khác vừa nhập'});
    this.node = h('div.gu-banner.gu-banner-warn', {role: 'alert', tabindex: '-1', hidden: true});
  }

  /** It is asked, and can be refused, whether it is seen or not. */
  get shown() {
    return true;
  }

  value() {
    return this.kept;
  }

  write(value) {
    this.kept = value ?? this.view.basis;
    this.offer();
  }

  /** The blocs that were written since. */
  news() {
    return (this.view.composition.blocs ?? []).filter(({blocCode}) => this.kept[blocCode] !== this.view.basis[blocCode]);
  }

  /** The choice, as long as the draft knows less than what is kept. */
  offer() {
    const news = this.news();
    this.node.hidden = news.length === 0;
    this.node.replaceChildren(h('strong', {}, 'Hệ thống khác đã nhập nội dung mới vào hồ sơ này sau khi bản nháp được lập.'),
      h('ul', {}, news.map(({name, members}) => h('li', {}, `${name} (${showNumber(members.length)} thành viên)`))),
      h('div.gu-line', {}, button('Nhập các khối mới vào bản nháp', () => this.settle(true), 'gu-button gu-small'),
        button('Giữ bản nháp, bỏ nội dung mới', () => this.settle(false), 'gu-button gu-small')));
  }

  settle(taken) {
    if (taken) {
      merge(this.blocs, this.news());
    }
    this.kept = this.view.basis;
    this.offer();
    announceChange(this.blocs.input);
  }

  /** Refused: what was written meanwhile is fetched, to be seen before choosing. */
  showError() {
    this.seen = this.fetch();
  }

  async fetch() {
    const {view} = await send('GET', `/api/forms/tasks/${encodeURIComponent(this.task.id)}`);
    Object.assign(this.view, {basis: view.basis, composition: view.composition});
    this.offer();
  }

  async focus() {
    await this.seen;
    this.node.scrollIntoView({block: 'center'});
    this.node.focus({preventScroll: true});
  }
}

/** What the drafter fills in. @param {{controls, node}} [before] what is known of a decision issued elsewhere, its files included */
function editor(view, task, before) {
  const directory = directoryOf(view);
  const title = new Text({name: 'title', label: 'Trích yếu của quyết định', required: true, rows: 2});
  const legalGrounds = new Text({name: 'legalGrounds', label: 'Căn cứ', rows: 3, hint: 'Mỗi căn cứ một dòng.'});
  const blocs = new Rows({name: 'blocs', label: 'Các cụm, khối', addLabel: 'Thêm cụm, khối', row: () => blocRow(directory)});
  const files = before ? null : new Files({name: 'files', label: 'Tài liệu kèm theo'});
  const abandon = new Check({name: 'abandon', label: 'Thôi, không lập hồ sơ này nữa'});
  const basis = new Basis(view, task, blocs);
  const controls = [...(before?.controls ?? []), title, legalGrounds, blocs, files, abandon, basis].filter(Boolean);
  const node = h('div.gu-editor', {}, directory.node, basis.node, before?.node ?? null,
    section('Quyết định', `Kỳ công tác: ${view.periodName}, từ ${showDate(view.composition.from)} đến ${showDate(view.composition.to)}.`,
      title.node, legalGrounds.node, files?.node ?? null),
    rotationPart(view),
    section('Nhập từ tệp XLSX', 'Khối cùng mã được thay thành phần theo tệp; khối khác giữ nguyên.', filePart(blocs)),
    section('Thành phần các cụm, khối', null, blocs.node), abandon.node);
  return new Group(null, controls, node);
}

function rotationPart(view) {
  const notes = view.rotation ?? [];
  return section('Luân phiên Trưởng khối', notes.length ? 'Đề xuất theo các kỳ trước: đơn vị chưa làm hoặc đã lâu chưa làm Trưởng khối đến lượt trước.'
    : 'Chưa có kỳ trước để đề xuất luân phiên.', notes.map(({name, previous, turns}) => h('details.gu-details', {},
    h('summary', {}, `${name}: đến lượt ${turns[0]?.unitName ?? '(không còn thành viên)'}`, previous ? h('span.gu-note', {}, ` (kỳ trước: ${previous})`) : null),
    readTable(['Thứ tự', 'Đơn vị', 'Làm Trưởng khối gần nhất'], turns.map((turn, index) => [String(index + 1), turn.unitName, turn.lastHeaded ?? 'chưa']), [0]))));
}

/** The template to download, the file to read in, and what is wrong with it. */
function filePart(blocs) {
  const message = h('div', {'aria-live': 'polite'});
  const chooser = h('input.gu-hidden', {type: 'file', accept: '.xlsx', tabindex: '-1', 'aria-hidden': 'true', oninput: (event) => event.stopPropagation(),
    onchange: () => take(chooser, blocs, message)});
  return h('div.gu-stack', {}, h('div.gu-line', {}, h('a.gu-button.gu-small', {href: `${API}/xlsx`, download: ''}, 'Tải tệp mẫu'),
    button('Nhập từ tệp XLSX…', () => chooser.click(), 'gu-button gu-small')), chooser, message);
}

async function take(chooser, blocs, message) {
  const [file] = chooser.files;
  chooser.value = '';
  if (!file) {
    return;
  }
  message.replaceChildren(h('p.gu-note', {}, `Đang đọc “${file.name}”…`));
  try {
    const {blocs: read} = await send('POST', `${API}/xlsx`, bodyOf(file));
    const changed = merge(blocs, read);
    message.replaceChildren(h('p.gu-note', {}, changed ? `Đã nhập ${showNumber(read.length)} cụm, khối từ “${file.name}”.`
      : `Tệp “${file.name}” giống nội dung đang có; không thay đổi gì.`));
  } catch (refusal) {
    message.replaceChildren(...faults(file, refusal));
  }
}

function bodyOf(file) {
  const body = new FormData();
  body.append('file', file, file.name.normalize('NFC'));
  return body;
}

/** A bloc of the same code takes the file's members, and its rules and criteria where the file has them. @returns whether anything changed */
function merge(control, read) {
  const before = control.value();
  const left = new Map(read.map((bloc) => [bloc.blocCode, bloc]));
  const merged = before.map((old) => {
    const now = left.get(old.blocCode);
    left.delete(old.blocCode);
    return now ? {...now, rules: now.rules ?? old.rules, criteria: now.criteria.length ? now.criteria : old.criteria} : old;
  });
  control.write([...merged, ...left.values()]);
  const changed = JSON.stringify(control.value()) !== JSON.stringify(before);
  if (changed) {
    announceChange(control.input);
  }
  return changed;
}

function faults(file, refusal) {
  const wrong = refusal instanceof Refusal ? refusal.errors : [];
  if (!(refusal instanceof Refusal)) {
    console.error(refusal);
  }
  const rows = wrong.filter(({field}) => field?.includes('!'));
  return [h('div.gu-banner.gu-banner-bad', {role: 'alert'},
    h('p', {}, rows.length ? `Chưa nhập “${file.name}”: có ${showNumber(rows.length)} chỗ sai. Không nội dung nào bị thay đổi.` : wrong[0]?.message ?? refusal.message),
    rows.length ? h('ul', {}, rows.slice(0, SHOWN_FAULTS).map(({field, message}) => h('li', {}, h('strong', {}, `Ô ${field}: `), message))) : null,
    rows.length ? button('Tải về tệp có cột “Lỗi”', () => download('POST', `${API}/xlsx/errors`, bodyOf(file), `loi-${file.name}`), 'gu-button gu-small') : null)];
}

// ---------------------------------------------------------------- to read

const roleName = (view, kind, role) => view.blocRoles?.find(({code}) => code === role)?.[kind] ?? nameOf(ROLES, role);

/** The decision as a document. */
export function compositionPaper(view) {
  const {composition, names = {}} = view;
  const blocs = composition.blocs ?? [];
  return h('div.gu-stack', {}, officialPaper({kind: 'QUYẾT ĐỊNH', symbol: 'QĐ-UBND', title: view.title, paper: view.paper, files: view.files, capacity: view.capacity},
    [paragraphs(composition.legalGrounds, 'gu-paper-ground'), paperSections([
      [`Các cụm, khối thi đua ${view.periodName}`, blocs.map((bloc) => readTable(['TT', 'Đơn vị', 'Vai trò'],
        bloc.members.map(({unit, role}, index) => [String(index + 1), names[unit] ?? unit, roleName(view, bloc.kind, role)]), [0],
        `${bloc.name} (${showNumber(bloc.members.length)} thành viên)`))],
      ['Quy chế hoạt động', blocs.filter(({rules}) => rules).map(({name, rules}) => h('details.gu-details', {}, h('summary', {}, name), paragraphs(rules, 'gu-paper-p')))],
      ['Tiêu chí chấm điểm', blocs.filter(({criteria}) => criteria.length).map(({name, criteria}) => h('details.gu-details', {}, h('summary', {}, name),
        readTable(['Mã', 'Nội dung', 'Điểm tối đa', 'Cơ quan chấm'], criteria.map((row) => [row.code, row.name, showNumber(row.max), row.scoredBy ?? '']), [2])))]])]));
}

// ---------------------------------------------------------------- forms

export function startComposition({view}) {
  const route = new Choice({name: 'route', label: 'Quyết định đến từ đâu?', required: true, className: 'gu-block', list: [
    {code: 'HERE', name: 'Soạn thảo, trình duyệt tại đây', hint: 'Dự thảo đi qua trình duyệt, ký và vào sổ.'},
    {code: 'OUTSIDE', name: 'Đã ban hành ở nơi khác', hint: 'Chỉ nhập quyết định đã ký, rồi mở năm công tác của các khối.'},
  ]});
  const year = new YearText({name: 'year', label: 'Năm công tác', required: true, hint: 'Với năm học: năm bắt đầu.'});
  const schoolYear = new Check({name: 'schoolYear', label: 'Theo năm học'});
  const from = new DateText({name: 'from', label: 'Từ ngày', required: true});
  const to = new DateText({name: 'to', label: 'Đến hết ngày', required: true});
  const campaignCode = new Select({name: 'campaignCode', label: 'Phong trào thường xuyên của năm', list: view.campaigns ?? [], empty: '– Không gắn –'});
  const sync = () => [from, to].forEach((control) => control.show(schoolYear.value()));
  const node = h('div.gu-group', {}, route.node, h('div.gu-line', {}, year.node, schoolYear.node), h('div.gu-line', {}, from.node, to.node), campaignCode.node);
  node.addEventListener('change', sync);
  schoolYear.afterWrite = sync;
  const group = new Group(null, [route, year, schoolYear, from, to, campaignCode], node);
  return {body: node, group, start: {route: 'HERE', year: view.year}};
}

export function draftComposition({view, task}) {
  const group = editor(view, task);
  return {group, body: group.node, check: true, reasons: 'always'};
}

export function recordComposition({view, task}) {
  const issuer = new Text({name: 'issuer', label: 'Cơ quan ban hành', required: true, placeholder: 'UBND tỉnh'});
  const number = new Text({name: 'number', label: 'Số, ký hiệu', required: true, placeholder: '327/QĐ-UBND', className: 'gu-short'});
  const issueDate = new DateText({name: 'issueDate', label: 'Ngày ban hành', required: true});
  const signerName = new Text({name: 'signerName', label: 'Người ký', required: true});
  const signerTitle = new Text({name: 'signerTitle', label: 'Chức vụ người ký', placeholder: 'Chủ tịch'});
  const files = new Files({name: 'files', label: 'Quyết định đã ký (tệp đầu tiên là bản PDF)', required: true});
  const node = section('Văn bản đã ban hành', null, issuer.node, h('div.gu-line', {}, number.node, issueDate.node),
    h('div.gu-line', {}, signerName.node, signerTitle.node), files.node);
  const group = editor(view, task, {controls: [issuer, number, issueDate, signerName, signerTitle, files], node});
  return {group, body: group.node, check: true, reasons: 'always'};
}

const TONES = {OPEN: 'gu-tag-good', BLOCKED: 'gu-tag-bad'};

/** Each bloc with where its year's work stands. */
function board(rows) {
  return rows.length ? readTable(['Mã hồ sơ', 'Cụm, khối', 'Trưởng khối', 'Thành viên', 'Tình trạng', 'Còn thiếu'], rows.map((row) => [h('span.gu-nowrap', {}, row.code), row.name,
    row.headName ?? '(chưa có)', showNumber(row.members),
    h('div', {}, h(`span.gu-tag${row.failed ? '.gu-tag-bad' : TONES[row.status] ? `.${TONES[row.status]}` : ''}`, {}, row.failed ? 'Đợt mở bị lỗi' : row.stage), row.detail ? h('p.gu-note', {}, row.detail) : null),
    row.missing?.length ? h('ul', {}, row.missing.map((name) => h('li', {}, name))) : '']), [3])
    : h('p.gu-empty', {}, 'Chưa có khối nào.');
}

export function followBlocs({view, task}) {
  const rows = h('div', {'aria-live': 'polite'}, board(view.board ?? []));
  const message = h('p.gu-note', {role: 'status'});
  const refresh = async () => {
    try {
      const answer = await send('GET', `/api/forms/tasks/${encodeURIComponent(task.id)}`);
      rows.replaceChildren(board(answer.view.board ?? []));
      message.textContent = '';
    } catch (refusal) {
      message.textContent = refusal.message;
    }
  };
  const conclusion = new Text({name: 'conclusion', label: 'Nhận xét khi kết thúc kỳ', rows: 3});
  const group = new Group(null, [conclusion], box('Kết thúc theo dõi',
    h('p.gu-note', {}, `Chỉ hoàn thành được sau khi ${view.periodName} kết thúc (${showDate(view.composition.to)}).`), conclusion.node));
  const decision = h('details.gu-details', {}, h('summary', {}, 'Xem quyết định'), view.paper?.outside === false ? paperLinks(`${view.composition.code}/QD`) : null,
    compositionPaper(view));
  const amendments = (view.board ?? []).filter(({code}) => view.amendments?.[code]).map(({code, name}) => h('details.gu-details', {},
    h('summary', {}, `${name}: đang điều chỉnh giao ước`), h('p.gu-note', {}, `Lý do điều chỉnh: ${view.amendments[code].reason}`),
    givingUp(view.amendments[code].key, task)));
  return {free: h('section.gu-board', {}, facts(fact('Kỳ công tác', view.periodName), fact('Quyết định', view.paper?.number),
    fact('Phong trào', view.composition.campaignCode)), button('Làm mới', refresh, 'gu-button gu-small'), message, rows, amendments),
  body: group.node, after: decision, group};
}
