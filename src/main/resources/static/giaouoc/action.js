// What a conference of a bloc left to be done: the owner's report and the head unit's confirmation.

import {h, paragraphs} from './dom.js';
import {Choice, DateText, Files, Group, Text} from './controls.js';
import {box, decisionPart, fact, facts, fileList} from './parts.js';
import {showDate, showMoment} from './text.js';

const OUTCOMES = {DONE: 'Đã hoàn thành', NOT_DONE: 'Không thực hiện được', MORE_TIME: 'Đề nghị gia hạn'};

/** The action itself: what, who, until when. */
const actionView = ({action, bloc, yearEndsOn}) => box('Việc được giao', facts(fact('Khối', bloc), fact('Loại', action.kindName),
  fact('Nội dung', paragraphs(action.content)), fact('Đơn vị chủ trì', action.ownerName), fact('Phải hoàn thành', showDate(action.dueOn)),
  fact('Quá hạn', action.overdueAt ? `ghi nhận lúc ${showMoment(action.overdueAt)}` : null), fact('Năm công tác kết thúc', showDate(yearEndsOn))),
h('p', {}, h('a', {href: `/giaouoc/bloc-work.html?bloc=${encodeURIComponent(action.blocYear)}`, target: '_blank', rel: 'noopener'}, 'Mọi việc của khối')));

const answerOf = ({confirmed, outcome}) => (confirmed === null ? 'chờ xác nhận' : !confirmed ? 'trả lại' : outcome === 'MORE_TIME' ? 'đồng ý gia hạn' : 'xác nhận');

/** What was reported so far, newest first. */
const reportList = ({reports, files}) => (reports.length ? box(`Các lần báo cáo (${reports.length})`, [...reports].reverse().map((report) =>
  h('article.gu-comment', {}, h('header', {}, h('strong', {}, OUTCOMES[report.outcome]), h('span.gu-tag', {}, answerOf(report))),
    h('div.gu-note', {}, [report.reporterName, showMoment(report.reportedAt), `hạn khi báo cáo ${showDate(report.dueOn)}`].join(' – ')),
    paragraphs(report.text), report.wantedDue ? h('p', {}, `Đề nghị gia hạn đến ${showDate(report.wantedDue)}.`) : null,
    report.reason ? h('p.gu-finding-reason', {}, h('strong', {}, `${report.deciderName}: `), report.reason) : null)), fileList(files)) : null);

function reportAction({view}) {
  const outcome = new Choice({name: 'outcome', label: 'Kết quả', required: true, className: 'gu-block', list: [
    {code: 'DONE', name: OUTCOMES.DONE, tone: 'good'},
    {code: 'NOT_DONE', name: OUTCOMES.NOT_DONE, hint: 'Nêu rõ lý do.', tone: 'refuse'},
    {code: 'MORE_TIME', name: OUTCOMES.MORE_TIME, hint: 'Nêu lý do và ngày có thể hoàn thành.', tone: 'return'}]});
  const text = new Text({name: 'text', label: 'Kết quả thực hiện, hoặc lý do', required: true, rows: 6});
  const wantedDue = new DateText({name: 'wantedDue', label: 'Đề nghị gia hạn đến', required: true});
  const files = new Files({name: 'files', label: 'Tệp minh chứng'});
  const sync = () => wantedDue.show(outcome.value() === 'MORE_TIME');
  outcome.afterWrite = sync;
  outcome.node.addEventListener('change', sync);
  const controls = [outcome, text, wantedDue, files];
  const group = new Group(null, controls, box('Báo cáo', controls.map(({node}) => node)));
  return {group, body: h('div.gu-split', {}, h('div.gu-split-read', {}, actionView(view), reportList(view)), h('div.gu-split-do', {}, group.node))};
}

function confirmAction({view}) {
  const asked = view.reports.at(-1)?.outcome === 'MORE_TIME';
  const decision = decisionPart({withTarget: false, approve: asked
    ? {code: 'APPROVE', name: 'Đồng ý gia hạn', hint: `Hạn mới là ${showDate(view.reports.at(-1).wantedDue)}.`}
    : {code: 'APPROVE', name: 'Xác nhận kết quả', hint: 'Việc kết thúc với kết quả đơn vị đã báo cáo.'}});
  const group = new Group(null, decision.controls, box('Quyết định của bạn', decision.node));
  return {group, body: h('div.gu-split', {}, h('div.gu-split-read', {}, reportList(view), actionView(view)), h('div.gu-split-do', {}, group.node))};
}

export const actionPages = {reportAction, confirmAction};
