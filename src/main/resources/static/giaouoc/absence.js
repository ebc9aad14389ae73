// "Vắng mặt, xử lý thay": who is absent and who acts meanwhile; tasks in the hands of people who do not come back to them.

import {button, h} from './dom.js';
import {send} from './server.js';
import {parseDate, showDate, showMoment} from './text.js';

const API = '/api/v1/absences';
const STATES = {WAITING: 'Chưa đến ngày', IN_EFFECT: 'Đang xử lý thay', ENDED: 'Đã kết thúc'};
const main = document.getElementById('main');
const list = h('section.adm-panel');
const editor = h('section.adm-panel', {'aria-live': 'polite'});
main.append(list, editor);
let data = {absences: [], held: [], me: '', today: ''};
let tab = 'absences';

const error = (field) => h('p.gu-error', {'data-error': field, role: 'alert', hidden: true});

/** One labelled control with a place for its error. */
function field(name, label, control) {
  control.id = `f-${name}`;
  return h('div.adm-field', {}, h('label', {for: control.id}, label), control, error(name));
}

const input = (value = '') => h('input.gu-input', {type: 'text', value, autocomplete: 'off'});
const options = (choices, value, empty) => [empty ? h('option', {value: ''}, empty) : null,
  ...choices.map(({code, name}) => h('option', {value: code, selected: code === value}, name))];
const person = ({userId, name, position}) => ({code: userId, name: position ? `${name}, ${position}` : name});

/** Sends; errors go to their fields, the rest beside the button. */
async function save(url, body, said, then) {
  editor.querySelectorAll('[data-error]').forEach((node) => {
    node.hidden = true;
  });
  said.textContent = 'Đang lưu…';
  try {
    const answer = await send('POST', url, body);
    await load();
    said.textContent = '';
    then(answer);
  } catch (refusal) {
    said.textContent = refusal.message;
    refusal.errors?.forEach(({field: name, message}) => {
      const place = editor.querySelector(`[data-error="${CSS.escape(name.split(/[.[]/)[0])}"]`);
      if (place) {
        place.textContent = message;
        place.hidden = false;
      }
    });
  }
}

function drawList() {
  const tabs = [['absences', `Vắng mặt (${data.absences.length})`], ['held', `Việc đang có người giữ (${data.held.length})`]].map(([code, name]) =>
    h('button.gu-button', {type: 'button', role: 'tab', 'aria-selected': String(tab === code), onclick: () => {
      tab = code;
      drawList();
    }}, name));
  const rows = tab === 'absences' ? data.absences.map(absenceRow) : data.held.map(heldRow);
  list.replaceChildren(h('div.adm-tabs', {role: 'tablist'}, tabs, button('Nhập vắng mặt', () => enter())),
    h('div.adm-list', {}, h('table.gu-table', {}, h('tbody', {}, rows.length ? rows : h('tr', {}, h('td', {}, tab === 'absences'
      ? 'Chưa có lần vắng mặt nào.' : 'Không có việc nào bạn thu lại được.'))))));
}

const absenceRow = (one) => h('tr', {'data-inactive': String(one.status === 'ENDED')},
  h('td', {}, button(one.personName, () => show(one.code), 'gu-link')), h('td', {}, `${showDate(one.from)} – ${showDate(one.to)}`),
  h('td', {}, one.deputy === data.me ? 'Bạn xử lý thay' : `${one.deputyName} xử lý thay`), h('td', {}, STATES[one.status]));

const heldRow = (task) => h('tr', {}, h('td', {}, button(task.name, () => takeBack(task), 'gu-link')), h('td', {}, task.caseKey),
  h('td', {}, task.holderName), h('td', {}, task.dueAt ? `Hạn ${showDate(task.dueAt)}` : ''));

/** One absence: as it was entered, what became of it, what the deputy did. */
async function show(code) {
  const {absence: one, acts} = await send('GET', `${API}/${encodeURIComponent(code)}`);
  const row = (label, text) => (text ? h('tr', {}, h('th', {scope: 'row'}, label), h('td', {}, text)) : null);
  const reason = input();
  const said = h('p.adm-said', {role: 'status'});
  const written = one.document && `${one.document}${one.documentDate ? ` ngày ${showDate(one.documentDate)}` : ''}`
    + `${one.validUntil ? `, có hiệu lực đến hết ngày ${showDate(one.validUntil)}` : ''}`;
  editor.replaceChildren(h('h2', {}, `${one.code}: ${one.personName} vắng mặt`), h('table.gu-table', {}, h('tbody', {},
    row('Thời gian', `${showDate(one.from)} – ${showDate(one.to)}`), row('Người xử lý thay', one.deputyName), row('Căn cứ', one.groundTitle),
    row('Được ký, duyệt', one.acts.join('; ')), row('Văn bản', written), row('Lý do', one.reason), row('Tình trạng', STATES[one.status]),
    row('Nhập', `${one.enteredBy}, ${showMoment(one.enteredAt)}`), row('Đã chuyển việc', one.handedAt && showMoment(one.handedAt)),
    row('Kết thúc', one.endedAt && `${showMoment(one.endedAt)}${one.endedBy ? `, ${one.endedBy}` : ''}`), row('Lý do kết thúc', one.endReason))),
  acts.length ? h('div', {}, h('h3', {}, 'Đã làm thay'), h('ul', {}, acts.map((act) => h('li', {},
    `${showMoment(act.at)} – ${act.taskName} (${act.caseKey}): ${act.deputyName}, ${act.words}`)))) : '',
  one.mayEnd ? h('div', {}, h('h3', {}, one.status === 'WAITING' ? 'Hủy' : 'Trở lại sớm'), field('reason', 'Lý do (không bắt buộc)', reason), said,
    button(one.status === 'WAITING' ? 'Hủy lần vắng mặt này' : 'Kết thúc, nhận lại việc', () => save(`${API}/${encodeURIComponent(one.code)}/end`,
      {reason: reason.value}, said, () => show(code)), 'gu-button gu-danger')) : '');
}

/** The form for a new absence. @param {string} [of] whose */
async function enter(of) {
  const known = await send('GET', `${API}/options${of ? `?person=${encodeURIComponent(of)}` : ''}`);
  const who = h('select.gu-input', {onchange: () => enter(who.value)}, options(known.people.map(person), known.person));
  const ground = h('select.gu-input', {}, options(known.grounds.filter(({code}) => known.deputies.some(({grounds}) => grounds.includes(code))), 'WORK'));
  const deputy = h('select.gu-input');
  const from = input(showDate(data.today));
  const to = input();
  const number = input();
  const signed = input();
  const until = input();
  const reason = input();
  const acts = h('div.adm-checks');
  const signing = h('div', {}, h('div.adm-field', {}, h('label', {}, 'Phạm vi được ký, duyệt'), acts, error('acts')),
    field('document', 'Số, ký hiệu văn bản ủy quyền hoặc quy chế làm việc', number), field('documentDate', 'Ngày ban hành (ngày/tháng/năm)', signed));
  const authority = field('validUntil', 'Ủy quyền đến hết ngày (ngày/tháng/năm)', until);
  const fit = () => {
    deputy.replaceChildren(...options(known.deputies.filter(({grounds}) => grounds.includes(ground.value)).map(person), null, '– Chọn người –'));
    acts.replaceChildren(...known.acts.filter(({grounds}) => grounds.includes(ground.value)).map(({code, name}) =>
      h('label', {}, h('input', {type: 'checkbox', value: code, checked: ground.value === 'KT'}), ' ', name)));
    signing.hidden = ground.value === 'WORK';
    authority.hidden = ground.value !== 'TUQ';
  };
  ground.addEventListener('change', fit);
  const said = h('p.adm-said', {role: 'status'});
  editor.replaceChildren(h('h2', {}, 'Nhập vắng mặt'), h('p.gu-note', {}, 'Trong thời gian này người xử lý thay thấy và nhận được việc của người vắng mặt; '
    + 'việc đang giữ được chuyển sang. Hết ngày cuối, quyền tự hết và việc chưa xong trả lại. Ký, duyệt thay phải có căn cứ KT., TL. hoặc TUQ.'),
  field('person', 'Người vắng mặt', who), field('from', 'Từ ngày (ngày/tháng/năm)', from), field('to', 'Đến hết ngày (ngày/tháng/năm)', to),
  field('ground', 'Căn cứ', ground), field('deputy', 'Người xử lý thay', deputy), signing, authority, field('reason', 'Lý do (không bắt buộc)', reason), said,
  button('Ghi nhận', () => save(API, {person: who.value, from: parseDate(from.value) ?? null, to: parseDate(to.value) ?? null,
    deputy: deputy.value || null, ground: ground.value || null, acts: [...acts.querySelectorAll('input:checked')].map(({value}) => value),
    document: number.value || null, documentDate: parseDate(signed.value) ?? null, validUntil: parseDate(until.value) ?? null, reason: reason.value || null},
  said, ({code}) => show(code))));
  fit();
}

/** A task in somebody's hands goes back to its group. */
function takeBack(task) {
  const reason = input();
  const said = h('p.adm-said', {role: 'status'});
  editor.replaceChildren(h('h2', {}, task.name), h('p', {}, `${task.caseKey}, do ${task.holderName} giữ.`),
    h('p.gu-note', {}, 'Thu lại: việc trở về nhóm cùng bản nháp, người khác trong nhóm nhận được.'), field('reason', 'Lý do thu lại', reason), said,
    button('Thu lại việc', () => save(`${API}/held-tasks/${encodeURIComponent(task.taskId)}/release`, {reason: reason.value}, said,
      () => editor.replaceChildren(h('p.gu-note', {role: 'status'}, `Đã thu lại việc “${task.name}”.`)))));
}

async function load() {
  data = await send('GET', API);
  drawList();
}

document.getElementById('sign-out').addEventListener('click', async () => {
  await send('POST', '/logout').catch(() => null);
  location.assign('/login?logout');
});
editor.addEventListener('input', ({target}) => { // what is being corrected is no error any more
  const said = editor.querySelector('.adm-said');
  const wrong = target.closest('.adm-field')?.querySelector('[data-error]');
  if (said) {
    said.textContent = '';
  }
  if (wrong) {
    wrong.hidden = true;
  }
});
editor.replaceChildren(h('p.gu-note', {}, 'Chọn một lần vắng mặt trong danh sách, hoặc nhập mới.'));
load().catch((refusal) => list.replaceChildren(h('p.gu-error', {}, refusal.message)));
