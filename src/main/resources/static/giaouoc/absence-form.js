// "Khai báo vắng mặt": the same questions in Tasklist's start form and on the page of absences.

import {h} from './dom.js';
import {Checks, DateText, Group, Select, Text} from './controls.js';
import {send} from './server.js';
import {showDate} from './text.js';

const API = '/api/v1/absences';
const asChoice = ({userId, name, position}) => ({code: userId, name: position ? `${name}, ${position}` : name});

/** Other choices; what was chosen stays if it is still among them. */
function offer(select, list, first = null) {
  const chosen = select.value();
  select.input.replaceChildren(...(first === null ? [] : [h('option', {value: ''}, first)]),
    ...list.map(({code, name}) => h('option', {value: code}, name)));
  select.input.value = list.some(({code}) => code === chosen) ? chosen : select.input.options[0]?.value ?? '';
}

/**
 * @param {{people, person, deputies, grounds, acts}} options of the person the form begins with
 * @returns {Group} what an absence is entered with
 */
export function absenceForm(options) {
  let known = options;
  const person = new Select({name: 'person', label: 'Người vắng mặt', required: true, empty: null, list: known.people.map(asChoice)});
  const from = new DateText({name: 'from', label: 'Từ ngày', required: true});
  const to = new DateText({name: 'to', label: 'Đến hết ngày', required: true});
  const ground = new Select({name: 'ground', label: 'Căn cứ', required: true, empty: null, list: known.grounds,
    hint: 'Ký, duyệt thay phải có căn cứ KT., TL. hoặc TUQ.; xử lý thay chỉ gồm việc không ký, không duyệt.'});
  const deputy = new Select({name: 'deputy', label: 'Người xử lý thay', required: true, list: []});
  const acts = new Checks({name: 'acts', label: 'Phạm vi được ký, duyệt', required: true, list: known.acts});
  const number = new Text({name: 'document', label: 'Số, ký hiệu văn bản ủy quyền hoặc quy chế làm việc'});
  const signed = new DateText({name: 'documentDate', label: 'Ngày ban hành văn bản'});
  const until = new DateText({name: 'validUntil', label: 'Ủy quyền đến hết ngày', required: true});
  const reason = new Text({name: 'reason', label: 'Lý do (không bắt buộc)'});
  const early = h('p.gu-note', {role: 'status', hidden: true});
  until.node.append(early);

  const onDays = () => {
    early.textContent = signsNoLonger(to.read(), until.value()) ?? '';
    early.hidden = early.textContent === '';
  };

  const onGround = () => {
    const code = ground.value();
    const signs = code !== null && code !== 'WORK';
    offer(deputy, known.deputies.filter(({grounds}) => grounds.includes(code)).map(asChoice), '– Chọn người –');
    known.acts.forEach(({grounds}, index) => {
      const possible = grounds.includes(code);
      acts.boxes[index].closest('label').hidden = !possible;
      acts.boxes[index].checked = possible && acts.boxes[index].checked;
    });
    [acts, number, signed].forEach((control) => control.show(signs));
    until.show(code === 'TUQ');
    onDays();
  };
  const onPerson = () => {
    offer(ground, known.grounds.filter(({code}) => known.deputies.some(({grounds}) => grounds.includes(code))));
    onGround();
    if (known.deputies.length === 0) {
      deputy.showError('Đơn vị, cơ quan của người này không còn ai khác để xử lý thay.');
    }
  };
  const ask = async (then) => {
    const asked = person.read();
    try {
      const answer = await send('GET', `${API}/options?person=${encodeURIComponent(asked)}`);
      if (asked === person.read()) {
        known = answer;
        then();
      }
    } catch (refusal) {
      person.showError(refusal.message);
    }
  };
  [to, until].forEach((control) => control.input.addEventListener('input', onDays));
  person.input.addEventListener('change', () => ask(onPerson));
  ground.input.addEventListener('change', () => {
    onGround();
    acts.boxes.forEach((box) => { // a statutory deputy signs whatever the head would have signed
      box.checked = ground.value() === 'KT' && !box.closest('label').hidden;
    });
  });
  person.afterWrite = () => { // a draft may be about somebody else than the reader
    const chosen = [ground, deputy, acts];
    const kept = chosen.map((control) => control.read());
    const restore = () => {
      chosen.forEach((control, index) => control.write(kept[index]));
      onPerson();
    };
    restore();
    if (person.read() && person.read() !== known.person) {
      ask(restore);
    }
  };
  return new Group(null, [person, from, to, ground, deputy, acts, number, signed, until, reason]);
}

/**
 * An authority that ends before the absence: from then on the deputy only works.
 *
 * @param {string} to the last day of the absence, ISO
 * @param {string} until the last day on which the deputy signs, ISO
 * @returns {string|null} nothing to say about it
 */
export const signsNoLonger = (to, until) => (to && until && until < to
  ? `Ủy quyền hết hiệu lực ngày ${showDate(until)}, trước ngày cuối vắng mặt ${showDate(to)}: sau ngày ${showDate(until)}, `
    + 'người xử lý thay không được ký, duyệt, chỉ xử lý phần việc còn lại.' : null);

/** What the form begins with. @param {string} today as ISO */
export const absenceStart = (options, today) => ({person: options.person, from: today, ground: 'WORK'});

/** What an absence does, said before it is entered. */
export const absenceNote = 'Trong thời gian này người xử lý thay thấy và nhận được việc của người vắng mặt; việc đang giữ được chuyển sang. '
  + 'Hết ngày cuối, quyền tự hết và việc chưa xong trả lại.';

function startAbsence({view}) {
  const group = absenceForm(view.options);
  return {body: group.node, group, start: absenceStart(view.options, view.today)};
}

export const absencePages = {startAbsence};
