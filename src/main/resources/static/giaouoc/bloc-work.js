// "Việc của khối": what a bloc's conferences left to be done, and the head unit's proposals for commendation on the spot.

import {button, h, paragraphs} from './dom.js';
import {Check, Files, Group, Select, Text} from './controls.js';
import {pageForm} from './page.js';
import {box, fact, facts, fileList} from './parts.js';
import {send} from './server.js';
import {showDate, showMoment} from './text.js';

const MOST = 200;
const STATES = {BLOCKED: 'Chưa giao được', OPEN: 'Đang thực hiện', REPORTED: 'Chờ Trưởng khối xác nhận', DONE: 'Đã hoàn thành', NOT_DONE: 'Không hoàn thành',
  EXPIRED: 'Hết năm công tác, chưa có kết quả'};
/** The bloc that the page was opened for: ?bloc=KT-2026-001. */
const wanted = new URLSearchParams(location.search).get('bloc');
const NOMINEES = [{code: 'COLLECTIVE', name: 'Tập thể'}, {code: 'PERSON', name: 'Cá nhân'}];
const main = document.getElementById('main');
const left = h('section.adm-panel');
const right = h('section.adm-panel', {'aria-live': 'polite'});
main.append(left, right);
let titles = [];
let blocs = [];
let asked = null; // the bloc that was chosen last: what comes late of another is not shown

function actionTable(actions) {
  return actions.length ? h('div.adm-list', {}, h('table.gu-table', {}, h('thead', {}, h('tr', {}, ['Việc', 'Đơn vị chủ trì', 'Hạn', 'Tình trạng'].map((head) => h('th', {scope: 'col'}, head)))),
    h('tbody', {}, actions.map((action) => h('tr', {}, h('td', {}, h('span.gu-note', {}, `${action.code} – ${action.kindName}`), paragraphs(action.content),
      action.result ? h('details', {}, h('summary', {}, 'Kết quả đã báo cáo'), paragraphs(action.result)) : null),
    h('td', {}, action.ownerName), h('td', {}, showDate(action.dueOn)),
    h('td', {}, h(`span.gu-tag${action.status === 'DONE' ? '.gu-tag-good' : ''}`, {}, STATES[action.status]),
      action.overdue ? h('span.gu-tag.gu-tag-bad', {}, 'Quá hạn') : null,
      action.problem ? h('p.gu-note', {}, action.problem) : null)))))) : h('p.gu-empty', {}, 'Hội nghị của khối chưa giao việc nào.');
}

async function show(bloc) {
  asked = bloc;
  const address = `/api/v1/blocs/${encodeURIComponent(bloc.code)}`;
  try {
    const actions = await send('GET', `${address}/actions`);
    if (asked !== bloc) {
      return;
    }
    const late = actions.filter(({overdue}) => overdue).length;
    work.replaceChildren(h('h2', {}, 'Kết luận, nhiệm vụ đã giao'), h('p.gu-note', {}, `${actions.length} việc, ${actions.filter(({status}) => status === 'DONE').length} đã hoàn thành, ${late} quá hạn.`),
      actionTable(actions));
  } catch (refusal) {
    work.replaceChildren(h('p.gu-error', {}, refusal.message));
  }
  await showProposals(bloc);
}

/** Personal data: whoever may not read them gets none. */
async function showProposals(bloc, notice = '') {
  try {
    const {proposals, mayRead, mayWrite} = await send('GET', `/api/v1/blocs/${encodeURIComponent(bloc.code)}/spot-proposals`);
    const review = mayWrite ? await begunReview(bloc) : null;
    if (asked !== bloc) {
      return;
    }
    if (!mayRead) {
      right.replaceChildren(h('p.gu-note', {}, 'Đề nghị khen thưởng của khối chỉ đơn vị Trưởng khối và Sở Nội vụ đọc được.'));
      return;
    }
    right.replaceChildren(h('h2', {}, 'Đề nghị khen thưởng đột xuất, theo chuyên đề'), notice ? h('p.gu-note', {role: 'status'}, notice) : '',
      ...proposals.map((proposal) => proposalBox(bloc, proposal, mayWrite)), proposals.length ? '' : h('p.gu-empty', {}, 'Chưa có đề nghị nào.'),
      mayWrite ? editor(bloc, null, review) : '');
  } catch (refusal) {
    right.replaceChildren(h('p.gu-error', {}, refusal.message));
  }
}

/** The key of the bloc's review, where a proposal may have arisen; null before it has begun. */
async function begunReview(bloc) {
  const {key, status} = await send('GET', `/api/v1/blocs/${encodeURIComponent(bloc.code)}/mid-term-review`);
  return status === 'NOT_BEGUN' ? null : key;
}

function proposalBox(bloc, proposal, mayWrite) {
  const standing = proposal.withdrawReason === null;
  // A draft until the dossier of commendation is made of it.
  const status = h('span.gu-tag', {'data-kind': standing ? 'WARN' : null}, standing ? 'Dự thảo' : 'Đã rút');
  return box([proposal.nomineeName, ' ', status], facts(fact('Mã', proposal.code), fact('Đơn vị', proposal.unitName), fact('Chức vụ, công việc', proposal.position),
    fact('Hình thức đề nghị', proposal.formName), fact('Thành tích', paragraphs(proposal.achievement)), fact('Lý do', paragraphs(proposal.reason)),
    fact('Phát sinh từ', proposal.originCase), fact('Sửa lần cuối', `${proposal.changedBy}, ${showMoment(proposal.changedAt)}`), fact('Lý do rút', standing ? null : paragraphs(proposal.withdrawReason))),
  fileList(proposal.files), standing && mayWrite ? [h('details.gu-details', {}, h('summary', {}, 'Sửa'), editor(bloc, proposal)),
    h('details.gu-details', {}, h('summary', {}, 'Rút đề nghị'), withdrawal(bloc, proposal))] : null);
}

/** Its members, former ones too, each once: a unit whose role changed has a row for each role. */
const memberUnits = ({members}) => [...new Map(members.map(({unitCode, unitName}) => [unitCode, {code: unitCode, name: unitName}])).values()];

/** @param review key of the bloc's review, asked for with a new proposal; null: none to ask for */
function editor(bloc, proposal, review = null) {
  const text = (name, label, rows, required) => new Text({name, label, rows, required});
  const kind = new Select({name: 'nomineeKind', label: 'Đối tượng', required: true, list: NOMINEES});
  const position = text('position', 'Chức vụ, công việc', 1, true);
  const origin = review ? [new Check({name: 'atReview', label: `Phát sinh từ sơ kết của khối (${review})`})] : [];
  const controls = [kind, new Select({name: 'unit', label: 'Đơn vị', required: true, list: memberUnits(bloc)}),
    text('nomineeName', 'Tên tập thể, cá nhân', 1, true), position, text('achievement', 'Thành tích', 4, true),
    new Select({name: 'form', label: 'Hình thức đề nghị', required: true, list: titles.filter(({form}) => form)}),
    text('reason', 'Lý do đề nghị (sự việc đột xuất, chuyên đề)', 3, true), ...origin, new Files({name: 'files', label: 'Tệp kèm theo'})];
  const sync = () => position.show(kind.value() === 'PERSON');
  kind.afterWrite = sync;
  kind.node.addEventListener('change', sync);
  const group = new Group(null, controls);
  group.write(proposal);
  const [method, address, wrap] = proposal
    ? ['PUT', `/api/v1/spot-proposals/${encodeURIComponent(proposal.code)}`, (value) => ({version: proposal.version, proposal: value})]
    : ['POST', `/api/v1/blocs/${encodeURIComponent(bloc.code)}/spot-proposals`, ({atReview, ...value}) => ({originCase: atReview ? review : null, proposal: value})];
  return pageForm({group, title: proposal ? null : 'Lập đề nghị', label: 'Lưu đề nghị',
    note: 'Đề nghị được giữ ở dạng dự thảo để lập hồ sơ khen thưởng sau này; Sở Nội vụ đọc được.',
    call: (value) => send(method, address, wrap(value)), done: () => showProposals(bloc, 'Đã lưu đề nghị.')});
}

function withdrawal(bloc, proposal) {
  const group = new Group(null, [new Text({name: 'reason', label: 'Lý do rút', required: true, rows: 2})]);
  return pageForm({group, label: 'Rút đề nghị', note: 'Đề nghị được giữ lại cùng lý do.',
    call: ({reason}) => send('POST', `/api/v1/spot-proposals/${encodeURIComponent(proposal.code)}/withdrawal`, {version: proposal.version, reason}),
    done: () => showProposals(bloc, 'Đã rút đề nghị.')});
}

const work = h('div', {'aria-live': 'polite'});

function choose() {
  const which = h('select.gu-input', {id: 'f-bloc', onchange: () => show(blocs[which.selectedIndex])}, blocs.map(({code, name, year}) => h('option', {value: code}, `${name} (${year}, ${code})`)));
  left.replaceChildren(h('div.adm-field', {}, h('label', {for: 'f-bloc'}, 'Cụm, khối thi đua'), which), button('Làm mới', () => show(blocs[which.selectedIndex]), 'gu-button gu-small'), work);
  which.value = blocs.find(({code}) => code === wanted)?.code ?? blocs[0].code;
  return show(blocs[which.selectedIndex]);
}

Promise.all([send('GET', `/api/v1/blocs?limit=${MOST}`), send('GET', '/api/v1/award-titles')]).then(([page, catalogue]) => {
  blocs = page.items;
  titles = catalogue.titles;
  return blocs.length ? choose() : left.replaceChildren(h('p.gu-empty', {}, 'Bạn chưa thuộc cụm, khối thi đua nào.'));
}).catch((refusal) => left.replaceChildren(h('p.gu-error', {}, refusal.message)));
