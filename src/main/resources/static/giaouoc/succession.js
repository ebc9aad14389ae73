// Decisions that end units: merged, split, dissolved. A part of the administrators' page.

import {button, h} from './dom.js';
import {dateComplaint, parseDate, showDate, showMoment} from './text.js';

const API = '/api/v1/organisation/successions';
const STATES = {SCHEDULED: 'Chờ đến ngày có hiệu lực', IN_EFFECT: 'Đang chuyển việc', DONE: 'Đã chuyển xong', CANCELLED: 'Đã hủy'};
const names = (units) => units.map(({name}) => name).join(', ');
const title = (one) => `${one.kindName}: ${names(one.from)}${one.to.length ? ` → ${names(one.to)}` : ''}`;

/** One row of the list. */
export function successionRow(one, open) {
  return h('tr', {'data-inactive': String(one.status === 'CANCELLED')}, h('td', {}, button(title(one), open, 'gu-link')),
    h('td', {}, showDate(one.effectiveDate)), h('td', {}, STATES[one.status]));
}

/** A decision as it was entered, and what became of it; one that waits for its day can be cancelled. */
export function drawSuccession(tools, one) {
  const row = (label, text) => (text ? h('tr', {}, h('th', {scope: 'row'}, label), h('td', {}, text)) : null);
  tools.editor.replaceChildren(h('h2', {}, one.code), h('table.gu-table', {}, h('tbody', {}, row('Hình thức', one.kindName),
    row('Đơn vị thôi hoạt động', names(one.from)), row('Đơn vị kế thừa', names(one.to)), row('Tiếp nhận việc đang làm', one.heir.name),
    row('Có hiệu lực từ', showDate(one.effectiveDate)), row('Văn bản', `${one.decisionNumber} ngày ${showDate(one.decisionDate)} của ${one.authority}`),
    row('Lý do, ghi chú', one.note), row('Cán bộ', one.movePeople ? 'Chuyển sang đơn vị tiếp nhận' : 'Quản trị viên tự sắp xếp'),
    row('Tình trạng', STATES[one.status]), row('Ghi nhận hiệu lực', one.inEffectAt && showMoment(one.inEffectAt)),
    row('Chuyển xong', one.doneAt && `${showMoment(one.doneAt)}, ${one.movedTasks} việc đang mở`), row('Lý do hủy', one.cancelReason))),
  ...(one.status === 'SCHEDULED' ? [cancelPart(tools, one)] : []));
}

function cancelPart(tools, one) {
  const reason = tools.input('reason', 'Lý do hủy', '');
  const said = h('p.adm-said', {role: 'status'});
  return h('div', {}, h('h3', {}, 'Hủy trước ngày có hiệu lực'), reason.node, said, button('Hủy quyết định này', () =>
    tools.save(`${API}/${encodeURIComponent(one.code)}/cancellation`, {reason: reason.value()}, said,
      () => tools.editor.replaceChildren(h('p.gu-note', {}, `Đã hủy ${one.code}.`)), 'POST'), 'gu-button gu-danger'));
}

/** A list of units, each row a choice with a place for its error. */
function unitRows(tools, field, label, empty) {
  const units = tools.data.units.filter(({active}) => active).map(({code, name}) => ({code, name}));
  const rows = h('div');
  const number = () => [...rows.children].forEach((row, i) => row.place(i));
  const add = () => {
    const which = tools.select(units, null, empty);
    which.setAttribute('aria-label', label);
    const wrong = tools.error(field);
    const row = h('div.adm-member', {}, which, button('Bỏ', () => {
      row.remove();
      number();
    }, 'gu-link gu-danger'), wrong);
    row.read = () => which.value;
    row.place = (i) => wrong.setAttribute('data-error', `${field}[${i}]`);
    rows.append(row);
    number();
  };
  add();
  const node = h('div.adm-field', {}, h('label', {}, label), rows, tools.error(field), button('Thêm đơn vị', add, 'gu-button gu-small'));
  const value = () => { // a row left empty keeps its place, so that errors find theirs
    const codes = [...rows.children].map((row) => row.read() || null);
    return codes.some((code) => code) ? codes : [];
  };
  return {node, value};
}

/** Says at their fields which dates are none; what is empty the server asks for. */
function datesReadable(tools, inputs) {
  const wrong = inputs.filter((one) => one.value() !== '' && parseDate(one.value()) === undefined);
  tools.editor.querySelectorAll('[data-error]').forEach((node) => {
    node.hidden = true;
  });
  wrong.forEach(({field, control, value}) => {
    const place = tools.editor.querySelector(`[data-error="${field}"]`);
    place.textContent = dateComplaint(value());
    place.hidden = false;
    control.focus();
  });
  return wrong.length === 0;
}

/** The form for a new decision. */
export function editSuccession(tools) {
  const kind = tools.select(tools.data.successionKinds, null, '– Chọn hình thức –');
  kind.id = 'f-kind';
  const from = unitRows(tools, 'from', 'Đơn vị thôi hoạt động', '– Chọn đơn vị –');
  const to = unitRows(tools, 'to', 'Đơn vị kế thừa (tạo trước ở mục Đơn vị nếu là đơn vị mới)', '– Chọn đơn vị –');
  const heir = tools.select(tools.data.units.filter(({active, hasAccount}) => active && hasAccount).map(({code, name}) => ({code, name})), null, '– Chọn đơn vị –');
  heir.id = 'f-heir';
  const heirField = h('div.adm-field', {}, h('label', {for: 'f-heir'}, 'Đơn vị tiếp nhận việc đang làm'), heir, tools.error('heir'));
  const number = tools.input('decisionNumber', 'Số, ký hiệu văn bản', '');
  const signed = tools.input('decisionDate', 'Ngày ban hành (ngày/tháng/năm)', '');
  const authority = tools.input('authority', 'Cơ quan ban hành', '');
  const effective = tools.input('effectiveDate', 'Có hiệu lực từ ngày (ngày/tháng/năm)', '');
  const note = tools.input('note', 'Lý do (bắt buộc khi giải thể), ghi chú', '');
  const people = tools.check('Chuyển cán bộ của đơn vị cũ sang đơn vị tiếp nhận (thủ trưởng do quản trị viên chỉ định lại)', true);
  const said = h('p.adm-said', {role: 'status'});
  const fit = () => {
    to.node.hidden = kind.value === 'DISSOLVE';
    heirField.hidden = kind.value === 'MERGE';
  };
  kind.addEventListener('change', fit);
  fit();
  tools.editor.replaceChildren(h('h2', {}, 'Quyết định sáp nhập, chia tách, giải thể'),
    h('p.gu-note', {}, 'Từ ngày có hiệu lực, việc đang mở và việc mới của đơn vị cũ do đơn vị tiếp nhận làm; ngày đã qua thì thực hiện ngay. '
      + 'Đơn vị tách một phần mà vẫn hoạt động thì chỉ cần thêm đơn vị mới.'),
    h('div.adm-field', {}, h('label', {for: 'f-kind'}, 'Hình thức'), kind, tools.error('kind')), from.node, to.node, heirField, number.node, signed.node,
    authority.node, effective.node, note.node, h('div.adm-checks', {}, people.node), said,
    button('Ghi nhận quyết định', () => datesReadable(tools, [signed, effective]) && tools.save(API, {kind: kind.value || null, from: from.value(), to: kind.value === 'DISSOLVE' ? [] : to.value(),
      heir: kind.value === 'MERGE' ? null : heir.value || null, decisionNumber: number.value(), decisionDate: parseDate(signed.value()) ?? null,
      authority: authority.value(), effectiveDate: parseDate(effective.value()) ?? null, note: note.value() || null, movePeople: people.value()}, said,
    ({code}) => {
      tools.editor.replaceChildren(h('p.gu-note', {role: 'status'}, `Đã ghi nhận ${code}. Giám sát viên theo dõi được trong Cockpit.`));
    }, 'POST')));
}
