// The page of the calendar: days off, deadlines, a year's dry run, and what was changed. A change is shown with its consequences before
// it can be applied; what is applied is exactly what was shown.

import {changePart, Entries, movesTable} from './calendar-change.js';
import {drawYear} from './calendar-year.js';
import {Check, Choice, Control, DateText, Group, Kept, NumberText, Rows, Select, Text, YearText} from './controls.js';
import {button, h} from './dom.js';
import {send} from './server.js';
import {nameOf, searchable, showDate, showMoment} from './text.js';

const API = '/api/v1/calendar';
const WEEKDAYS = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];
const TABS = {days: 'Ngày nghỉ', deadlines: 'Thời hạn', year: 'Lịch năm', changes: 'Đã thay đổi'};
/** As many as the server gives. */
const MOST_CHANGES = 100;
const KINDS = [{code: 'HOLIDAY', name: 'Nghỉ'}, {code: 'WORKING_DAY', name: 'Làm bù'}];
const main = document.getElementById('main');
const list = h('section.adm-panel');
const detail = h('section.adm-panel', {'aria-live': 'polite'});
main.append(list, detail);
let data;
let tab = 'days';
let year;
/** What the list of deadlines is narrowed by. */
let words = '';

const weekday = (iso) => WEEKDAYS[new Date(`${iso}T00:00:00Z`).getUTCDay()];

function table(heads, rows, empty = 'Không có dòng nào.') {
  return h('div.adm-list', {}, h('table.gu-table', {}, h('thead', {}, h('tr', {}, heads.map((head) => h('th', {scope: 'col'}, head)))),
    h('tbody', {}, rows.length ? rows : h('tr', {}, h('td', {colspan: heads.length}, empty)))));
}

function hint(message) {
  detail.replaceChildren(h('p.gu-note', {}, message));
}

async function draw() {
  const tabs = Object.entries(TABS).map(([code, name]) => h('button.gu-button', {type: 'button', role: 'tab', 'aria-selected': String(tab === code),
    onclick: () => {
      tab = code;
      draw();
    }}, name));
  const body = h('div');
  list.replaceChildren(h('div.adm-tabs', {role: 'tablist'}, tabs), body);
  main.toggleAttribute('data-wide', tab === 'year');
  detail.hidden = tab === 'year';
  try {
    await ({days: drawDays, deadlines: drawDeadlines, year: (into) => drawYear(into, data.years.map((one) => one.year), year), changes: drawChanges})[tab](body);
  } catch (refusal) {
    body.replaceChildren(h('p.gu-error', {role: 'alert'}, refusal.message));
  }
}

const reload = async () => {
  data = await send('GET', API);
  await draw();
};

// ---------------------------------------------------------------- days

async function drawDays(body) {
  const days = await send('GET', `${API}/years/${year}/days`);
  const own = data.years.find((one) => one.year === year);
  const years = h('select.gu-input', {'aria-label': 'Năm', onchange: (event) => {
    year = Number(event.target.value);
    draw();
  }}, data.years.map((one) => h('option', {value: one.year, selected: one.year === year}, one.year)));
  body.replaceChildren(h('div.cal-bar', {}, years, ...(data.edits ? [button('Thêm ngày', () => editDay(null)), button('Đề xuất theo âm lịch', propose),
    button('Thông báo của năm', () => editYear(own)), button('Thêm năm', () => editYear(null))] : [])),
  h('p.gu-note', {}, own.announced ? 'Đã có thông báo lịch nghỉ. ' : 'Chưa có thông báo lịch nghỉ: các ngày dự kiến còn có thể đổi. ', `Căn cứ: ${own.legalSource}.`),
  table(['Ngày', 'Thứ', 'Nghỉ, làm bù', 'Loại', 'Tên ngày', 'Căn cứ'], days.map((day) => h('tr', {},
    h('td', {}, data.edits ? button(showDate(day.day), () => editDay(day), 'gu-link') : showDate(day.day)), h('td.cal-day', {}, weekday(day.day)),
    h('td', {}, nameOf(KINDS, day.kind)), h('td', {}, nameOf(data.categories, day.category)),
    h('td', {}, day.name, day.expected ? ' (dự kiến)' : ''), h('td', {}, day.legalSource)))));
  hint(data.edits ? 'Chọn một ngày để sửa hoặc bỏ, hay thêm ngày mới. Việc nào đổi hạn được cho xem trước khi áp dụng.'
    : 'Bạn được xem. Trưởng phòng, Giám đốc Sở Nội vụ hoặc quản trị viên sửa.');
}

/** One day of an edit. @param what it is: kind and category */
const dayGroup = (what, date, action) => new Group(null, [date, new Kept('action', action), ...what,
  new Text({name: 'name', label: 'Tên ngày', required: true}), new Text({name: 'legalSource', label: 'Căn cứ', required: true}),
  new Check({name: 'expected', label: 'Dự kiến, còn chờ thông báo'})]);

const dateText = () => new DateText({name: 'day', label: 'Ngày', required: true});

/** A Saturday or Sunday that is worked for a holiday. */
const workedDay = () => dayGroup([new Kept('kind', 'WORKING_DAY'), new Kept('category', 'SWAP')], dateText(), 'ADD');

/** A day of the table, or a new one. */
function anyDay(day) {
  const date = dateText();
  const group = dayGroup([new Select({name: 'kind', label: 'Nghỉ hay làm bù', list: KINDS, empty: null, required: true}),
    new Select({name: 'category', label: 'Loại ngày', list: data.categories, empty: null, required: true})], date, day ? 'CHANGE' : 'ADD');
  date.input.disabled = Boolean(day);
  group.write(day);
  return group;
}

/** A day that is taken out of the table needs nothing else said about it. */
class Removable extends Group {
  constructor(day, group) {
    const box = new Check({name: 'remove', label: 'Bỏ ngày này khỏi bảng (trở lại ngày thường)'});
    super(null, group.controls, h('div', {}, box.node, group.node));
    Object.assign(this, {day, box});
    box.input.addEventListener('change', () => {
      group.node.hidden = box.read();
    });
  }

  value() {
    return this.box.read() ? {day: this.day, action: 'REMOVE'} : super.value();
  }

  mistakes() {
    return this.box.read() ? [] : super.mistakes();
  }
}

function editDay(day) {
  const group = anyDay(day);
  const worked = day?.kind === 'WORKING_DAY' ? null : new Rows({name: 'worked', label: 'Ngày làm bù cho ngày nghỉ này', addLabel: 'Thêm ngày làm bù',
    row: workedDay});
  const first = day ? new Removable(day.day, group) : group;
  const removing = () => h('p.gu-note', {}, 'Ngày làm bù là một dòng riêng của bảng; bỏ ngày nghỉ hoán đổi thì mở cả ngày làm bù của nó để bỏ.');
  detail.replaceChildren(...[h('h2', {}, day ? `${weekday(day.day)}, ${showDate(day.day)}` : 'Thêm ngày'), required(),
    day?.category === 'SWAP' && worked ? removing() : null, changePart(new Entries('days', first, worked), reload),
    day ? h('p.gu-note', {}, `Người nhập: ${day.recordedBy}, ${showMoment(day.recordedAt)}`) : null].filter(Boolean));
}

const required = () => h('p.gu-note', {}, h('span.gu-star', {}, '*'), ' Bắt buộc nhập.');

/** The days of a proposal that are ticked. */
class Proposed extends Control {
  constructor(days) {
    super('days');
    this.days = days;
    this.boxes = days.map((day) => h('input', {type: 'checkbox', checked: true, 'aria-label': showDate(day.day)}));
    this.node = table(['', 'Ngày', 'Thứ', 'Tên'], days.map((day, at) => h('tr', {}, h('td', {}, this.boxes[at]), h('td', {}, showDate(day.day)),
      h('td', {}, weekday(day.day)), h('td', {}, day.name))), 'Bảng đã có đủ các ngày theo luật.');
  }

  read() {
    return this.days.filter((day, at) => this.boxes[at].checked);
  }
}

async function propose() {
  const proposed = new Proposed(await send('GET', `${API}/years/${year}/proposal`));
  detail.replaceChildren(h('h2', {}, `Đề xuất ngày nghỉ năm ${year}`), h('p.gu-note', {}, 'Theo Bộ luật Lao động và âm lịch Việt Nam; bỏ chọn ngày không dùng. '
    + 'Ngày hoán đổi chỉ có trong thông báo của năm.'), proposed.days.length ? changePart(proposed, reload) : proposed.node);
}

function editYear(own) {
  const number = new YearText({name: 'year', label: 'Năm', required: true});
  number.input.disabled = Boolean(own);
  const group = new Group(null, [number, new Check({name: 'announced', label: 'Đã có thông báo lịch nghỉ của năm'}),
    new Text({name: 'legalSource', label: 'Căn cứ', required: true})]);
  group.write(own ?? {year: Math.max(...data.years.map((one) => one.year)) + 1, legalSource: 'Bộ luật Lao động 2019, Điều 112'});
  detail.replaceChildren(h('h2', {}, own ? `Năm ${own.year}` : 'Thêm năm'), required(), changePart(new Entries('years', group), reload));
}

// ---------------------------------------------------------------- deadlines

const worth = ({value, calendarDays}) => `${value} ngày${calendarDays ? '' : ' làm việc'}`;

/** By phase of the work, as the server orders them; what is typed narrows the list. */
function drawDeadlines(body) {
  const rows = data.deadlines.map((one) => {
    const row = one.current ?? one.rows[0];
    return {phase: one.phase, text: searchable(`${one.phase} ${one.name} ${row.legalSource}`), node: h('tr', {},
      h('td', {}, button(one.name, () => drawDeadline(one), 'gu-link')), h('td', {}, `${worth(row)} ${one.direction === 'BEFORE' ? 'trước' : 'sau'}`),
      h('td', {}, row.legalSource, row.uncertain ? h('span.cal-odd', {}, ' (tỉnh tự đặt)') : ''), h('td', {}, showDate(row.validFrom)))};
  });
  const phases = [...new Set(rows.map(({phase}) => phase))].map((phase) => ({phase, node: h('tr.cal-month', {}, h('th', {colspan: 4, scope: 'colgroup'}, phase))}));
  const none = h('p.gu-note', {hidden: true, role: 'status'}, 'Không có thời hạn nào khớp.');
  const narrow = () => {
    const wanted = searchable(words.trim());
    rows.forEach(({node, text: own}) => {
      node.hidden = !own.includes(wanted);
    });
    phases.forEach(({phase, node}) => {
      node.hidden = rows.every((row) => row.phase !== phase || row.node.hidden);
    });
    none.hidden = rows.some(({node}) => !node.hidden);
  };
  const search = h('input.gu-input', {type: 'search', placeholder: 'Tìm theo tên, căn cứ…', 'aria-label': 'Tìm thời hạn', value: words, autocomplete: 'off',
    oninput: () => {
      words = search.value;
      narrow();
    }});
  body.replaceChildren(h('p.gu-note', {}, 'Ngày nhận việc không tính. Việc đến hạn lúc 17:00. Thời hạn tính theo ngày lịch mà ngày cuối là ngày nghỉ thì đến hạn vào ngày làm việc tiếp theo.'),
    search, table(['Thời hạn', 'Số ngày', 'Căn cứ', 'Từ ngày'], phases.flatMap(({phase, node}) => [node, ...rows.filter((row) => row.phase === phase)
      .map((row) => row.node)])), none);
  narrow();
  hint('Chọn một thời hạn để xem các giá trị đã áp dụng' + (data.edits ? ' hoặc thay đổi.' : '.'));
}

function drawDeadline(one) {
  detail.replaceChildren(...[h('h2', {}, one.name), table(['Số ngày', 'Từ', 'Đến', 'Căn cứ', 'Người nhập'], one.rows.map((row) => h('tr', {}, h('td', {}, worth(row)),
    h('td', {}, showDate(row.validFrom)), h('td', {}, showDate(row.validTo)), h('td', {}, row.legalSource), h('td', {}, row.recordedBy)))),
  ...(data.edits ? [h('h3', {}, 'Giá trị mới'), required(), changePart(new Entries('parameters', valueGroup(one)), reload)] : [])]);
}

/** A new value of a deadline, begun with the one that counts. */
function valueGroup(one) {
  const last = one.current ?? one.rows[0];
  const units = [{code: false, name: 'Ngày làm việc'}, {code: true, name: 'Ngày lịch', hint: 'Tính cả ngày nghỉ'}];
  const group = new Group(null, [new Kept('code', one.code), new NumberText({name: 'days', label: 'Số ngày', whole: true, required: true}),
    new Choice({name: 'calendarDays', label: 'Tính theo', list: last.workingOnly ? units.slice(0, 1) : units, required: true}),
    new Text({name: 'legalSource', label: 'Căn cứ', required: true}),
    new Choice({name: 'uncertain', label: 'Số ngày này do', required: true, list: [{code: false, name: 'Pháp luật quy định'},
      {code: true, name: 'Tỉnh tự đặt', hint: 'Luật không nêu số ngày'}]}),
    new DateText({name: 'validFrom', label: 'Áp dụng từ ngày', required: true})]);
  group.write({...last, code: one.code, days: last.value, validFrom: data.today});
  return group;
}

// ---------------------------------------------------------------- what was changed

async function drawChanges(body) {
  const changes = await send('GET', `${API}/changes`);
  body.replaceChildren(table(['Mã', 'Lúc', 'Người quyết định', 'Lý do', 'Hạn đã chuyển'], changes.map((one) => h('tr', {},
    h('td', {}, button(one.code, () => drawChange(one.code), 'gu-link')), h('td', {}, showMoment(one.decidedAt)), h('td', {}, one.decidedBy), h('td', {}, one.reason),
    h('td', {}, one.doneAt ? one.moves : `${one.moves - one.pending}/${one.moves}, đang chuyển`))), 'Chưa có thay đổi nào.'));
  hint(`Chọn một lần thay đổi để xem nội dung và các việc đã đổi hạn.${changes.length < MOST_CHANGES ? '' : ` Chỉ hiện ${MOST_CHANGES} lần gần nhất.`}`);
}

const LINE_NAMES = {YEAR: 'Năm', DAY: 'Ngày', PARAMETER: 'Thời hạn'};

function lineText(kind, row) {
  if (!row) {
    return '–';
  }
  return kind === 'DAY' ? `${nameOf(KINDS, row.kind)}, ${nameOf(data.categories, row.category)}: ${row.name} (${row.legalSource})`
    : kind === 'YEAR' ? `${row.announced ? 'đã có thông báo' : 'chưa có thông báo'} (${row.legalSource})`
      : `${worth(row)}, ${showDate(row.validFrom)}–${showDate(row.validTo)} (${row.legalSource})`;
}

async function drawChange(code) {
  const one = await send('GET', `${API}/changes/${code}`);
  const subject = (line) => (line.kind === 'DAY' ? showDate(line.subject) : line.kind === 'PARAMETER' ? nameOf(data.deadlines, line.subject) : line.subject);
  detail.replaceChildren(h('h2', {}, one.code), h('p', {}, one.reason), h('p.gu-note', {}, `${one.decidedBy}, ${showMoment(one.decidedAt)}`),
    table(['', 'Trước', 'Sau'], one.lines.map((line) => h('tr', {}, h('td', {}, `${LINE_NAMES[line.kind]} ${subject(line)}`),
      h('td', {}, lineText(line.kind, line.before)), h('td', {}, lineText(line.kind, line.after))))),
    h('h3', {}, 'Việc đổi hạn'), movesTable(one.moved.map(({outcome, move}) => ({...move, outcome}))));
}

send('GET', API).then((answer) => {
  data = answer;
  const today = Number(data.today.slice(0, 4));
  year = data.years.some((one) => one.year === today) ? today : data.years[data.years.length - 1].year;
  draw();
}, (refusal) => list.replaceChildren(h('p.gu-error', {role: 'alert'}, refusal.message)));
