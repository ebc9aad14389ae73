// The page of the calendar: days off, deadlines, a year's dry run, and what was changed. A change is shown with its consequences before
// it can be applied; what is applied is exactly what was shown.

import {button, h} from './dom.js';
import {changePart, movesTable} from './calendar-change.js';
import {send} from './server.js';
import {drawYear} from './calendar-year.js';
import {parseDate, showDate, showMoment} from './text.js';

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

const weekday = (iso) => WEEKDAYS[new Date(`${iso}T00:00:00Z`).getUTCDay()];
const nameOf = (codes, code) => codes.find((one) => one.code === code)?.name ?? code;
const by = (user) => (user === 'system' ? 'Phần mềm' : user);

function labelled(label, control, field) {
  control.id = `f-${field}`;
  return h('div.adm-field', {}, h('label', {for: control.id}, label), control, h('p.gu-error', {'data-error': field, role: 'alert', hidden: true}));
}

const text = (value) => h('input.gu-input', {type: 'text', value: value ?? '', autocomplete: 'off'});
const select = (codes, value) => h('select.gu-input', {}, codes.map(({code, name}) => h('option', {value: code, selected: code === value}, name)));

/** A date as officials type it. An unreadable one is sent as it is, to be refused at its field. */
const dateOf = (control) => (control.value.trim() === '' ? null : parseDate(control.value) ?? control.value.trim());

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
    h('td', {}, data.edits ? button(showDate(day.day), () => editDay(day), 'gu-link') : showDate(day.day)), h('td', {}, weekday(day.day)),
    h('td', {}, nameOf(KINDS, day.kind)), h('td', {}, nameOf(data.categories, day.category)),
    h('td', {}, day.name, day.expected ? ' (dự kiến)' : ''), h('td', {}, day.legalSource)))));
  hint(data.edits ? 'Chọn một ngày để sửa hoặc bỏ, hay thêm ngày mới. Việc nào đổi hạn được cho xem trước khi áp dụng.'
    : 'Bạn được xem. Trưởng phòng, Giám đốc Sở Nội vụ hoặc quản trị viên sửa.');
}

/** One row of an edit: its controls, and what they say. @param at its place in the edit's list */
function dayPart(day, at, kind = 'HOLIDAY', category = 'PUBLIC') {
  const controls = {day: text(day && showDate(day.day)), kind: select(KINDS, day?.kind ?? kind), category: select(data.categories, day?.category ?? category),
    name: text(day?.name), legalSource: text(day?.legalSource), expected: h('input', {type: 'checkbox', checked: day?.expected ?? false})};
  controls.day.disabled = Boolean(day);
  return {node: h('div', {}, labelled('Ngày (ngày/tháng/năm)', controls.day, `days[${at}].day`), labelled('Nghỉ hay làm bù', controls.kind, `days[${at}].kind`),
    labelled('Loại', controls.category, `days[${at}].category`), labelled('Tên ngày', controls.name, `days[${at}].name`),
    labelled('Căn cứ', controls.legalSource, `days[${at}].legalSource`), h('label', {}, controls.expected, ' dự kiến, chờ thông báo')),
  read: () => ({day: day ? day.day : dateOf(controls.day), action: day ? 'CHANGE' : 'ADD', kind: controls.kind.value, category: controls.category.value,
    name: controls.name.value.trim(), legalSource: controls.legalSource.value.trim(), expected: controls.expected.checked})};
}

function editDay(day) {
  const part = dayPart(day, 0);
  const swapped = [];
  const more = h('div');
  const remove = day ? h('input', {type: 'checkbox'}) : null;
  detail.replaceChildren(...[h('h2', {}, day ? `${weekday(day.day)}, ${showDate(day.day)}` : 'Thêm ngày'), part.node,
    day ? h('label', {}, remove, ' bỏ khỏi bảng (thành ngày thường)') : button('Thêm ngày làm bù', () => {
      const other = dayPart(null, swapped.length + 1, 'WORKING_DAY', 'SWAP');
      swapped.push(other);
      more.append(h('h3', {}, 'Ngày làm bù'), other.node);
    }, 'gu-link'), more,
    changePart(() => ({days: [remove?.checked ? {day: day.day, action: 'REMOVE'} : part.read(), ...swapped.map((other) => other.read())]}), reload),
    day ? h('p.gu-note', {}, `Người nhập: ${by(day.recordedBy)}, ${showMoment(day.recordedAt)}`) : null].filter(Boolean));
}

async function propose() {
  const days = await send('GET', `${API}/years/${year}/proposal`);
  const boxes = days.map((day) => h('input', {type: 'checkbox', checked: true, 'aria-label': showDate(day.day)}));
  detail.replaceChildren(h('h2', {}, `Đề xuất ngày nghỉ năm ${year}`), h('p.gu-note', {}, 'Theo Bộ luật Lao động và âm lịch Việt Nam; bỏ chọn ngày không dùng. '
    + 'Ngày hoán đổi chỉ có trong thông báo của năm.'),
  table(['', 'Ngày', 'Thứ', 'Tên'], days.map((day, at) => h('tr', {}, h('td', {}, boxes[at]), h('td', {}, showDate(day.day)), h('td', {}, weekday(day.day)),
    h('td', {}, day.name))), 'Bảng đã có đủ các ngày theo luật.'), days.length ? changePart(() => ({days: days.filter((day, at) => boxes[at].checked)}), reload) : '');
}

function editYear(own) {
  const number = text(own?.year ?? Math.max(...data.years.map((one) => one.year)) + 1);
  number.disabled = Boolean(own);
  const announced = h('input', {type: 'checkbox', checked: own?.announced ?? false});
  const source = text(own?.legalSource ?? 'Bộ luật Lao động 2019, Điều 112');
  detail.replaceChildren(h('h2', {}, own ? `Năm ${own.year}` : 'Thêm năm'), labelled('Năm', number, 'years[0].year'),
    h('div.adm-field', {}, h('label', {}, announced, ' đã có thông báo lịch nghỉ của năm')), labelled('Căn cứ', source, 'years[0].legalSource'),
    changePart(() => ({years: [{year: Number(number.value), announced: announced.checked, legalSource: source.value.trim()}]}), reload));
}

// ---------------------------------------------------------------- deadlines

const worth = ({value, calendarDays}) => `${value} ngày${calendarDays ? '' : ' làm việc'}`;

function drawDeadlines(body) {
  body.replaceChildren(h('p.gu-note', {}, 'Ngày nhận việc không tính. Việc đến hạn lúc 17:00. Thời hạn tính theo ngày lịch mà ngày cuối là ngày nghỉ thì đến hạn vào ngày làm việc tiếp theo.'),
    table(['Thời hạn', 'Số ngày', 'Căn cứ', 'Từ ngày'], data.deadlines.map((one) => {
      const row = one.current ?? one.rows[0];
      return h('tr', {}, h('td', {}, button(one.name, () => drawDeadline(one), 'gu-link')), h('td', {}, `${worth(row)} ${one.direction === 'BEFORE' ? 'trước' : 'sau'}`),
        h('td', {}, row.legalSource, row.uncertain ? h('span.cal-odd', {}, ' (tỉnh tự đặt)') : ''), h('td', {}, showDate(row.validFrom)));
    })));
  hint('Chọn một thời hạn để xem các giá trị đã áp dụng' + (data.edits ? ' hoặc thay đổi.' : '.'));
}

/** @returns {?number} null for nothing, -1 (out of any range) for what is no whole number */
const wholeNumber = (typed) => (typed === '' ? null : /^\d{1,6}$/.test(typed) ? Number(typed) : -1);

function drawDeadline(one) {
  const last = one.current ?? one.rows[0];
  const days = text(String(last.value));
  days.inputMode = 'numeric';
  const unit = select([{code: 'false', name: 'ngày làm việc'}, {code: 'true', name: 'ngày lịch (tính cả ngày nghỉ)'}], String(last.calendarDays));
  unit.disabled = last.workingOnly;
  const source = text(last.legalSource);
  const uncertain = select([{code: 'true', name: 'tỉnh tự đặt, luật không nêu số ngày'}, {code: 'false', name: 'theo quy định của pháp luật'}], String(last.uncertain));
  const from = text(showDate(data.today));
  detail.replaceChildren(...[h('h2', {}, one.name), table(['Số ngày', 'Từ', 'Đến', 'Căn cứ', 'Người nhập'], one.rows.map((row) => h('tr', {}, h('td', {}, worth(row)),
    h('td', {}, showDate(row.validFrom)), h('td', {}, showDate(row.validTo)), h('td', {}, row.legalSource), h('td', {}, by(row.recordedBy))))),
  ...(data.edits ? [h('h3', {}, 'Giá trị mới'), labelled('Số ngày', days, 'parameters[0].days'), labelled('Tính theo', unit, 'parameters[0].calendarDays'),
    labelled('Căn cứ', source, 'parameters[0].legalSource'), labelled('Số ngày do', uncertain, 'parameters[0].uncertain'),
    labelled('Áp dụng từ (ngày/tháng/năm)', from, 'parameters[0].validFrom'),
    changePart(() => ({parameters: [{code: one.code, days: wholeNumber(days.value.trim()), calendarDays: unit.value === 'true',
      legalSource: source.value.trim(), uncertain: uncertain.value === 'true', validFrom: dateOf(from)}]}), reload)] : [])]);
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

document.getElementById('sign-out').addEventListener('click', async () => {
  await send('POST', '/logout').catch(() => null);
  location.assign('/login?logout');
});
send('GET', API).then((answer) => {
  data = answer;
  const today = Number(data.today.slice(0, 4));
  year = data.years.some((one) => one.year === today) ? today : data.years[data.years.length - 1].year;
  draw();
}, (refusal) => list.replaceChildren(h('p.gu-error', {role: 'alert'}, refusal.message)));
