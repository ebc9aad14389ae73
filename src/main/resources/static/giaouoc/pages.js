// One function per form: from the answer of GET /api/forms/… to {body, group, start}.
//   body   the node to show inside the form
//   group  the controls whose values are the form's data
//   start  the data to begin with when no draft is stored
//   check  whether "Kiểm tra" is offered (plans are checked before they leave the drafter)
//   before  what is asked of the server when the form is handed in, before it is checked; secrets: values that are never
//           stored; fixed: values that are what is shown, whatever a draft says
//   reasons 'always' when the form's data always carry reasons for warnings, otherwise only when there are any

import {h} from './dom.js';
import {Choice, DateText, Files, Group, Kept, NumberText, Rows, Select, Text} from './controls.js';
import {absencePages} from './absence-form.js';
import {actionPages} from './action.js';
import {compositionPaper, draftComposition, followBlocs, recordComposition, startComposition} from './bloc.js';
import {changeEditor, changePaper} from './change.js';
import {covenantPages} from './covenant-pages.js';
import {changeBoard, paperBoard, periodBoard, workBoard} from './course.js';
import {followBoard} from './follow.js';
import {midYearPages} from './midyear.js';
import {planPaper} from './paper.js';
import {box, commentList, decisionPart, fact, facts, findingList, paperLinks, responseView} from './parts.js';
import {issuedPart, planEditor, section} from './plan.js';
import {consolidationEditor, gatheredView, periodName, reportEditor, reportPaper, unitReportView} from './report.js';
import {reviewPages} from './review.js';
import {CAMPAIGN_TYPES, showDate, showMoment, stateName} from './text.js';

/** The paper beside (wide) or above (narrow) what the official has to do. */
function readAndDo(paper, ...panel) {
  return h('div.gu-split', {}, h('div.gu-split-read', {}, paper), h('div.gu-split-do', {}, panel));
}

/** The plan with what its paper knows by now: number, date, signer, files. */
function paper(view) {
  const {number, issueDate, issuingBody, signerName, signerCapacity} = view.paper ?? {};
  return planPaper({...view.plan, number, issueDate, issuer: issuingBody, signerName, signerTitle: signerCapacity, files: view.files}, view);
}

const fields = (controls) => controls.map(({node}) => node);

// ---------------------------------------------------------------- campaign

function start({view}) {
  const route = new Choice({name: 'route', label: 'Kế hoạch đến từ đâu?', required: true, className: 'gu-block', list: [
    {code: 'HERE', name: 'Soạn thảo, trình duyệt tại đây', hint: 'Dự thảo đi qua góp ý, trình duyệt, ký và vào sổ.'},
    {code: 'OUTSIDE', name: 'Đã ban hành ở nơi khác', hint: 'Chỉ nhập kế hoạch đã ký, rồi mở cho các đơn vị.'},
  ]});
  const type = new Choice({name: 'type', label: 'Loại phong trào', required: true, list: CAMPAIGN_TYPES, className: 'gu-block'});
  const title = new Text({name: 'title', label: 'Tên phong trào, đợt thi đua', required: true, rows: 2});
  const draftingUnit = new Select({name: 'draftingUnit', label: 'Đơn vị soạn thảo', required: true, list: view.canDraft, hint: 'Sở Nội vụ, hoặc cơ quan thường trực của chuyên đề.'});
  // Hidden, not emptied: a plan issued elsewhere is entered by Sở Nội vụ, the first of the list.
  route.node.addEventListener('change', () => {
    draftingUnit.node.style.display = route.value() === 'OUTSIDE' ? 'none' : '';
  });
  const group = new Group(null, [route, type, title, draftingUnit]);
  return {body: group.node, group, start: {route: 'HERE', draftingUnit: 'snv'}};
}

function draftPlan({view}) {
  const {group, node} = planEditor(view, {comments: true});
  return {body: node, group, check: true, reasons: 'always'};
}

function finishPlan({view}) {
  const {group, node} = planEditor(view, {comments: true});
  const body = h('div.gu-split.gu-split-edit', {}, h('div.gu-split-read', {}, node),
    h('div.gu-split-do', {}, commentList(view.comments, view.commentRoundDone), findingList(view.findings)));
  return {body, group, check: true, reasons: 'always'};
}

function recordPlan({view}) {
  const {group, node} = planEditor(view, {before: issuedPart(), comments: false});
  return {body: node, group, check: true};
}

function commentPlan({view}) {
  const agree = new Choice({name: 'agree', label: 'Ý kiến của đơn vị', required: true, className: 'gu-block', list: [
    {code: true, name: 'Nhất trí với dự thảo', tone: 'good'}, {code: false, name: 'Có ý kiến góp ý', tone: 'return'}]});
  const text = new Text({name: 'text', label: 'Nội dung góp ý', rows: 8, hint: 'Ghi rõ mục nào, sửa thành thế nào.'});
  const files = new Files({name: 'files', label: 'Văn bản góp ý kèm theo'});
  const group = new Group(null, [agree, text, files], box('Góp ý', fields([agree, text, files])));
  return {body: readAndDo(paper(view), group.node), group};
}

function supplyNumber({view}) {
  const number = new Text({name: 'number', label: 'Số, ký hiệu', required: true, placeholder: '327/KH-UBND', className: 'gu-short'});
  const group = new Group(null, [number], box('Bổ sung số, ký hiệu', number.node));
  return {body: readAndDo(paper(view), group.node), group};
}

function followCampaign(answer) {
  const {view} = answer;
  const conclusion = new Text({name: 'conclusion', label: 'Kết luận khi kết thúc phong trào', rows: 3});
  const wait = view.obstacle ?? 'Báo cáo tổng kết đã ban hành. Sở Nội vụ hoàn thành việc này để kết thúc phong trào; việc còn mở của các đơn vị được khép lại kèm lý do.';
  const group = new Group(null, [conclusion], box('Kết thúc phong trào', h('p.gu-note', {}, wait), conclusion.node));
  const plan = h('details.gu-details', {}, h('summary', {}, 'Xem kế hoạch'), paper(view));
  // The board stands outside the fieldset: looking and refreshing is for everyone who may see the task.
  return {free: h('div', {}, followBoard(answer), periodBoard(answer), workBoard(answer), changeBoard(answer), paperBoard(answer)), body: h('div', {}, group.node), after: plan, group};
}

// ---------------------------------------------------------------- paper-approval

/** What a paper in approval is about. */
const subject = (view) => ({REPORT: reportPaper, CHANGE: changePaper, COMPOSITION: compositionPaper}[view.subject] ?? paper)(view);

/** Head of division, Director, Văn phòng and Chairman see the same: the paper, what the checks found, and decide. */
const approval = (name, hint) => ({view}) => {
  const decision = decisionPart({approve: {code: 'APPROVE', name, hint}, targets: view.returnTargets, canRefuse: view.canRefuse === true});
  const group = new Group(null, decision.controls, box('Quyết định của bạn',
    paperLinks(view.paperId), view.capacity ? facts(fact('Ký với tư cách', view.capacity)) : null, decision.node));
  return {
    group,
    body: readAndDo(subject(view), group.node, findingList(view.findings), view.comments?.length ? commentList(view.comments) : null),
  };
};

function registerPaper({view}) {
  const decision = decisionPart({targets: view.returnTargets,
    approve: {code: 'REGISTER', name: 'Vào sổ, ban hành', hint: 'Ghi số, ngày và đính kèm bản đã ký.'}});
  const number = new Text({name: 'number', label: 'Số', required: true, suffix: `/${view.symbol ?? 'KH-UBND'}`, className: 'gu-short',
    hint: view.keptHere ? 'Sổ này do hệ thống cấp số.' : 'Lấy số từ sổ văn bản đi của Văn phòng.'});
  const issueDate = new DateText({name: 'issueDate', label: 'Ngày ban hành', required: true});
  const files = new Files({name: 'files', label: 'Bản đã ký', kind: 'PDF', most: 1, required: true});
  const entry = h('div', {}, fields([number, issueDate, files]));
  const sync = (chosen) => [number, issueDate, files].forEach((control) => control.show(chosen !== 'RETURN'));
  decision.onChange(sync);
  const group = new Group(null, [...decision.controls, number, issueDate, files], box('Vào sổ',
    paperLinks(view.paperId), facts(fact('Người ký', view.signer)), decision.node, entry));
  return {
    group, reasons: 'always',
    start: {decision: 'REGISTER', number: view.suggestedNumber ?? null},
    body: readAndDo(subject(view), group.node, findingList(view.findings)),
  };
}

// ---------------------------------------------------------------- campaign-report, unit-report

const theCampaign = (view) => h('details.gu-details', {}, h('summary', {}, 'Xem kế hoạch của phong trào'), paper(view));

const reportFacts = (view) => facts(fact('Phong trào', view.plan?.title), fact('Kỳ báo cáo', periodName(view.period)), fact('Đơn vị', view.unit?.name),
  fact('Đã nhắc', showMoment(view.report?.remindedAt)), fact('Quá hạn từ', view.report?.overdueAt ? showMoment(view.report.dueAt) : null));

function writeReport({view}) {
  const group = reportEditor(view);
  return {body: h('div', {}, reportFacts(view), theCampaign(view), group.node), group};
}

function approveReport({view}) {
  const decision = decisionPart({withTarget: false, approve: {code: 'APPROVE', name: 'Duyệt báo cáo', hint: 'Số liệu được đưa vào báo cáo chung.'}});
  const group = new Group(null, decision.controls, box('Quyết định của bạn', decision.node));
  const report = h('div.gu-stack', {}, box('Báo cáo của đơn vị', reportFacts(view),
    unitReportView(view.report.report, view.indicators, view.works, view.reportFiles)), theCampaign(view));
  return {body: readAndDo(report, group.node), group};
}

function consolidateReport({view}) {
  const group = consolidationEditor(view);
  return {group, body: h('div.gu-split.gu-split-edit', {}, h('div.gu-split-read', {}, group.node),
    h('div.gu-split-do', {}, gatheredView(view.gathered, view.period), theCampaign(view)))};
}

// ---------------------------------------------------------------- campaign-change, unit-notice

function draftChange({view}) {
  const group = changeEditor(view);
  return {group, body: group.node, check: true, reasons: 'always'};
}

function readNotice({view}) {
  const group = new Group(null, [], box('Tiếp nhận', h('p', {}, view.change.kind === 'AMEND'
    ? 'Nội dung đơn vị đã soạn hoặc đã gửi được giữ nguyên. Hoàn thành việc này để xác nhận đã tiếp nhận.'
    : 'Phong trào đã được thu hồi; các việc còn mở của đơn vị đã khép lại. Hoàn thành việc này để xác nhận đã tiếp nhận.')));
  return {group, body: readAndDo(changePaper(view), group.node)};
}

// ---------------------------------------------------------------- unit-response

function writeResponse({view, draft}) {
  const ownPlan = new Choice({name: 'ownPlan', label: 'Đơn vị có xây dựng kế hoạch riêng không?', required: true, list: [
    {code: true, name: 'Có kế hoạch riêng'}, {code: false, name: 'Không xây dựng kế hoạch riêng'}], className: 'gu-block'});
  const planTitle = new Text({name: 'planTitle', label: 'Tên kế hoạch', required: true, rows: 2});
  const planNumber = new Text({name: 'planNumber', label: 'Số, ký hiệu', className: 'gu-short'});
  const planDate = new DateText({name: 'planDate', label: 'Ngày ban hành'});
  const noPlanReason = new Text({name: 'noPlanReason', label: 'Lý do không xây dựng kế hoạch riêng', required: true, rows: 3});
  const works = new Rows({name: 'works', label: 'Công trình, phần việc đăng ký', addLabel: 'Thêm công trình, phần việc', minimum: 1,
    columns: 'minmax(0, 2fr) minmax(0, 1fr) minmax(0, 1fr) 10em', row: () => new Group(null, [
      new Text({name: 'title', label: 'Tên công trình, phần việc'}), new Text({name: 'measure', label: 'Đơn vị tính'}),
      new NumberText({name: 'target', label: 'Chỉ tiêu'}), new DateText({name: 'dueDate', label: 'Hoàn thành'}), new Kept('seq')])});
  const coveredSubjects = new Rows({name: 'coveredSubjects', label: 'Trả lời thay cho đối tượng không có tài khoản',
    hint: 'Thôn, tổ dân phố, hợp tác xã nhỏ… thuộc địa bàn.', addLabel: 'Thêm đối tượng', columns: 'minmax(0, 1fr) minmax(0, 1fr)',
    row: () => new Group(null, [new Text({name: 'name', label: 'Tên đối tượng'}), new Text({name: 'note', label: 'Nội dung đăng ký, ghi chú'})])});
  const files = new Files({name: 'files', label: 'Tệp đính kèm'});
  const sync = () => {
    const own = ownPlan.value();
    [planTitle, planNumber, planDate].forEach((control) => control.show(own === true));
    noPlanReason.show(own === false);
  };
  ownPlan.afterWrite = sync;
  ownPlan.node.addEventListener('change', sync);
  const node = h('div.gu-editor', {},
    section('Kế hoạch của đơn vị', null, ownPlan.node, planTitle.node, h('div.gu-line', {}, planNumber.node, planDate.node), noPlanReason.node),
    section('Đăng ký công trình, phần việc', null, works.node),
    section('Đối tượng trả lời thay', null, coveredSubjects.node),
    section('Tệp đính kèm', null, files.node));
  const group = new Group(null, [ownPlan, planTitle, planNumber, planDate, noPlanReason, works, coveredSubjects, files], node);
  const body = h('div', {}, campaignFacts(view),
    h('details.gu-details', {open: !draft}, h('summary', {}, 'Xem kế hoạch của phong trào'), paper(view)), node);
  return {body, group};
}

/** What the unit must know at a glance before it opens the whole plan. */
function campaignFacts(view) {
  const plan = view.plan ?? {};
  return facts(fact('Phong trào', plan.title), fact('Đơn vị', view.unit?.name),
    fact('Thời gian', plan.from ? `${showDate(plan.from)} – ${showDate(plan.to)}` : null),
    fact('Đã nhắc', showMoment(view.response?.remindedAt)), fact('Quá hạn từ', showMoment(view.overdueSince)));
}

function approveResponse({view}) {
  const decision = decisionPart({withTarget: false, approve: {code: 'APPROVE', name: 'Duyệt, gửi trả lời', hint: 'Trả lời được ghi nhận ngay.'}});
  const group = new Group(null, decision.controls, box('Quyết định của bạn', decision.node));
  const answer = h('div.gu-stack', {}, box('Trả lời của đơn vị', responseView({...view.response.answer, files: view.responseFiles})),
    h('details.gu-details', {}, h('summary', {}, 'Xem kế hoạch của phong trào'), paper(view)));
  return {body: readAndDo(answer, group.node), group};
}

function urgeUnit({view}) {
  const note = new Text({name: 'note', label: 'Ý kiến chỉ đạo, nguyên nhân chậm', required: true, rows: 4});
  const promisedDate = new DateText({name: 'promisedDate', label: 'Ngày cam kết trả lời', required: true});
  const group = new Group(null, [note, promisedDate], box('Đôn đốc', fields([note, promisedDate])));
  const lateness = box('Trả lời chậm', facts(fact('Phong trào', view.plan?.title), fact('Đơn vị', view.unit?.name),
    fact('Hạn trả lời', showMoment(view.dueAt)), fact('Tình trạng', stateName(view.state))),
  h('details.gu-details', {}, h('summary', {}, 'Xem kế hoạch của phong trào'), paper(view)));
  return {body: readAndDo(lateness, group.node), group};
}

export const pages = {
  start, draftPlan, finishPlan, recordPlan, commentPlan, followCampaign, supplyNumber,
  approveDivision: approval('Duyệt', 'Dự thảo được chuyển bước tiếp theo.'),
  approveDirector: approval('Ký tờ trình', 'Dự thảo được trình tiếp.'),
  checkForm: approval('Đạt yêu cầu', 'Đúng thể thức, đúng thẩm quyền; trình lãnh đạo ký.'),
  signPaper: approval('Ký ban hành', 'Văn bản được chuyển văn thư vào sổ.'),
  registerPaper, writeResponse, approveResponse, urgeUnit, writeReport, approveReport, consolidateReport, draftChange, readNotice,
  startComposition, draftComposition, recordComposition, followBlocs,
  ...absencePages, ...covenantPages, ...actionPages, ...reviewPages, ...midYearPages,
};
