// "Vắng mặt, xử lý thay": who is absent and who acts meanwhile; tasks in the hands of people who do not come back to them.

import {absenceForm, absenceNote, absenceStart, signsNoLonger} from './absence-form.js';
import {Group, Text} from './controls.js';
import {button, h} from './dom.js';
import {pageForm} from './page.js';
import {send} from './server.js';
import {showDate, showMoment} from './text.js';

const API = '/api/v1/absences';
const STATES = {WAITING: 'Chưa đến ngày', IN_EFFECT: 'Đang xử lý thay', ENDED: 'Đã kết thúc'};
const main = document.getElementById('main');
const list = h('section.adm-panel');
const editor = h('section.adm-panel', {'aria-live': 'polite'});
main.append(list, editor);
let data = {absences: [], held: [], me: '', today: ''};
let tab = 'absences';

/** What went wrong is said where the official looks. */
const told = (work) => (...args) => work(...args).catch((refusal) => editor.replaceChildren(h('p.gu-error', {role: 'alert'}, refusal.message)));

/** Shows the lists as they are now, then goes on. */
const afterwards = (then) => told(async (answer) => {
  await load();
  await then(answer);
});

function drawList() {
  const tabs = [['absences', `Vắng mặt (${data.absences.length})`], ['held', `Việc đang có người giữ (${data.held.length})`]].map(([code, name]) =>
    h('button.gu-button', {type: 'button', role: 'tab', 'aria-selected': String(tab === code), onclick: () => {
      tab = code;
      drawList();
    }}, name));
  const rows = tab === 'absences' ? data.absences.map(absenceRow) : data.held.map(heldRow);
  list.replaceChildren(h('div.adm-tabs', {role: 'tablist'}, tabs, button('Khai báo vắng mặt', enter)),
    h('div.adm-list', {}, h('table.gu-table', {}, h('tbody', {}, rows.length ? rows : h('tr', {}, h('td', {}, tab === 'absences'
      ? 'Chưa có lần vắng mặt nào.' : 'Không có việc nào bạn thu lại được.'))))));
}

const absenceRow = (one) => h('tr', {'data-inactive': String(one.status === 'ENDED')},
  h('td', {}, button(one.personName, () => show(one.code), 'gu-link')), h('td', {}, `${showDate(one.from)} – ${showDate(one.to)}`),
  h('td', {}, one.deputy === data.me ? 'Bạn xử lý thay' : `${one.deputyName} xử lý thay`), h('td', {}, STATES[one.status]));

const heldRow = (task) => h('tr', {}, h('td', {}, button(task.name, () => takeBack(task), 'gu-link')), h('td', {}, task.caseKey),
  h('td', {}, task.holderName, task.gone ? h('span.gu-tag.gu-tag-bad', {}, 'không còn tài khoản') : null), h('td', {}, task.dueAt ? `Hạn ${showDate(task.dueAt)}` : ''));

/** One absence: as it was entered, what became of it, what the deputy did. */
const show = told(async (code) => {
  const {absence: one, acts} = await send('GET', `${API}/${encodeURIComponent(code)}`);
  const row = (label, text) => (text ? h('tr', {}, h('th', {scope: 'row'}, label), h('td', {}, text)) : null);
  const written = one.document && `${one.document}${one.documentDate ? ` ngày ${showDate(one.documentDate)}` : ''}`
    + `${one.validUntil ? `, có hiệu lực đến hết ngày ${showDate(one.validUntil)}` : ''}`;
  editor.replaceChildren(h('h2', {}, `${one.code}: ${one.personName} vắng mặt`), h('table.gu-table', {}, h('tbody', {},
    row('Thời gian', `${showDate(one.from)} – ${showDate(one.to)}`), row('Người xử lý thay', one.deputyName), row('Căn cứ', one.groundTitle),
    row('Được ký, duyệt', one.acts.join('; ')), row('Văn bản', written),
    row('Hết hạn ủy quyền', signsNoLonger(one.to, one.signsUntil)), row('Lý do', one.reason), row('Tình trạng', STATES[one.status]),
    row('Khai báo', `${one.enteredByName ?? one.enteredBy}, ${showMoment(one.enteredAt)}`), row('Đã chuyển việc', one.handedAt && showMoment(one.handedAt)),
    row('Kết thúc', one.endedAt && `${showMoment(one.endedAt)}${one.endedBy ? `, ${one.endedByName ?? one.endedBy}` : ''}`),
    row('Lý do kết thúc', one.endReason))),
  acts.length ? h('div', {}, h('h3', {}, 'Đã làm thay'), h('ul', {}, acts.map((act) => h('li', {},
    `${showMoment(act.at)} – ${act.taskName} (${act.caseKey}): ${act.deputyName}, ${act.words}`)))) : '',
  one.mayEnd ? ending(one) : '');
});

/** Gives an absence up, or ends it early. */
const ending = (one) => pageForm({group: new Group(null, [new Text({name: 'reason', label: 'Lý do (không bắt buộc)'})]),
  title: one.status === 'WAITING' ? 'Hủy' : 'Trở lại sớm', label: one.status === 'WAITING' ? 'Hủy lần vắng mặt này' : 'Kết thúc, nhận lại việc',
  call: (data) => send('POST', `${API}/${encodeURIComponent(one.code)}/end`, data), done: afterwards(() => show(one.code))});

/** The form for a new absence. */
const enter = told(async () => {
  const options = await send('GET', `${API}/options`);
  const group = absenceForm(options);
  group.write(absenceStart(options, data.today));
  editor.replaceChildren(pageForm({group, title: 'Khai báo vắng mặt', note: absenceNote, label: 'Ghi nhận',
    call: (draft) => send('POST', API, draft), done: afterwards(({code}) => show(code))}));
});

/** A task in somebody's hands goes back to its group. */
function takeBack(task) {
  editor.replaceChildren(h('h2', {}, task.name), h('p', {}, `${task.caseKey}, do ${task.holderName} giữ.`),
    pageForm({group: new Group(null, [new Text({name: 'reason', label: 'Lý do thu lại', required: true})]), title: 'Thu lại việc', label: 'Thu lại việc',
      note: 'Việc trở về nhóm cùng bản nháp, người khác trong nhóm nhận được.',
      call: (draft) => send('POST', `${API}/held-tasks/${encodeURIComponent(task.taskId)}/release`, draft),
      done: afterwards(async () => editor.replaceChildren(h('p.gu-note', {role: 'status'}, `Đã thu lại việc “${task.name}”.`)))}));
}

async function load() {
  data = await send('GET', API);
  drawList();
}

editor.replaceChildren(h('p.gu-note', {}, 'Chọn một lần vắng mặt trong danh sách, hoặc khai báo mới.'));
load().catch((refusal) => list.replaceChildren(h('p.gu-error', {}, refusal.message)));
