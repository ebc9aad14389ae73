// One function per form of a covenant; the same shape as in pages.js.

import {button, h, paragraphs} from './dom.js';
import {Check, Checks, Choice, DateText, Files, FixedRows, Group, NumberText, Rows, Select, Text} from './controls.js';
import {Secret, TargetValue, addressOf, annexLinks, conferenceView, covenantDiff, covenantEditor, covenantFiles, covenantPaper, digestNode, givingUp, memberBoard, reasonedAct, registrationBoard, signedFileList,
  targetText} from './covenant.js';
import {box, fact, facts, fileList, readTable} from './parts.js';
import {section} from './plan.js';
import {reviewPart, signReportPage} from './review.js';
import {postAndWait, send} from './server.js';
import {showDate, showMoment, showNumber} from './text.js';

const GROUNDS = {
  HEAD: {name: 'Thủ trưởng đơn vị'},
  KT: {name: 'Cấp phó ký thay (KT.)', hint: 'Phó Thủ trưởng ký thay Thủ trưởng.'},
  TUQ: {name: 'Người được ủy quyền (TUQ.)', hint: 'Phải có văn bản ủy quyền ghi rõ phạm vi, thời hạn.'},
};

/** The covenant beside what the official has to do. */
function readAndDo(view, ...panel) {
  return h('div.gu-split', {}, h('div.gu-split-read', {}, covenantPaper(view)), h('div.gu-split-do', {}, panel));
}

const state = (view) => [memberBoard(view), covenantDiff(view), conferenceView(view), registrationBoard(view), signedFileList(view), annexList(view), covenantFiles(view)];

function annexState({signedAt, signerName, endReason}) {
  const signed = signedAt ? `${signerName}, ${showMoment(signedAt)}` : 'Chưa ký';
  return endReason ? h('div', {}, signed, h('p.gu-note', {}, `Không còn giá trị. ${endReason}`)) : signed;
}

function annexList(view) {
  return view.annexes?.length ? box('Phụ lục kế thừa', readTable(['Đơn vị cũ', 'Đơn vị kế thừa', 'Từ ngày', 'Ký', 'Bản in'], view.annexes.map((annex) =>
    [annex.fromName, annex.toName, showDate(annex.on), annexState(annex),
      annexLinks(view.covenant, annex)]))) : null;
}

/** What the head unit was not asked about in a task of its own: Sở Nội vụ decided first. */
function refusalList(view) {
  return view.openRefusals?.length ? box('Đơn vị từ chối ký', view.openRefusals.map((refusal) => h('article.gu-comment', {},
    h('header', {}, h('strong', {}, refusal.unitName), h('span.gu-note', {}, ` ${showMoment(refusal.refusedAt)}, phiên bản ${showNumber(refusal.contentVersion)}`)),
    paragraphs(refusal.reason)))) : null;
}

// ---------------------------------------------------------------- the head unit

function draftCovenant({view, task}) {
  const group = covenantEditor(view);
  return {group, check: true, body: h('div', {}, blocFacts(view), group.node), after: view.covenant.version > 1 ? givingUp(view.key, task) : null};
}

const blocFacts = (view) => facts(fact('Khối, cụm', view.bloc.title), fact('Trưởng khối', view.bloc.head), fact('Lý do điều chỉnh', view.covenant.reason));

function reviseCovenant({view}) {
  const said = view.covenant.members.filter((member) => member.comment || member.agrees !== null);
  const answers = new Group('answers', said.map((member) => new Text({name: member.unitCode, label: `Trả lời ${member.unitName}`, rows: 2})));
  const comments = section('Ý kiến của các thành viên', 'Nêu tiếp thu hay giải trình; đơn vị góp ý thấy câu trả lời.', said.length ? said.map((member, index) =>
    h('article.gu-comment', {}, h('header', {}, h('strong', {}, member.unitName), member.agrees ? h('span.gu-tag.gu-tag-good', {}, 'Thống nhất') : null),
      paragraphs(member.comment), fileList(view.commentFiles?.[member.unitCode]), answers.controls[index].node)) : h('p.gu-note', {}, 'Không có ý kiến nào.'));
  answers.node = comments;
  const group = covenantEditor(view, [answers]);
  return {group, check: true, body: h('div', {}, blocFacts(view), refusalList(view), group.node), after: h('div', {}, memberBoard(view), conferenceView(view), registrationBoard(view))};
}

function holdConference({view}) {
  const date = new DateText({name: 'date', label: 'Ngày họp', required: true});
  const place = new Text({name: 'place', label: 'Địa điểm', required: true});
  const attendance = new FixedRows({name: 'attendance', label: 'Thành phần dự', none: 'Không có thành viên.', key: 'unit',
    entries: view.covenant.members.map(({unitCode, unitName}) => ({unit: unitCode, name: unitName})), row: (entry) => {
      const present = new Check({name: 'present', label: 'Có mặt'});
      const representative = new Text({name: 'representative', label: 'Người dự'});
      const position = new Text({name: 'position', label: 'Chức vụ'});
      return new Group(null, [present, representative, position], h('div', {}, h('strong', {}, entry.name),
        h('div.gu-line', {}, present.node, representative.node, position.node)));
    }});
  const points = new Rows({name: 'points', label: 'Nội dung thảo luận', addLabel: 'Thêm nội dung', columns: 'minmax(0, 1fr) minmax(0, 1fr)', row: () => new Group(null, [
    new Text({name: 'text', label: 'Nội dung'}), new Text({name: 'conclusion', label: 'Kết luận'})])});
  const votes = new Rows({name: 'votes', label: 'Biểu quyết (nếu có)', addLabel: 'Thêm biểu quyết', columns: 'minmax(0, 1fr) 6em 8em 7em', row: () => new Group(null, [
    new Text({name: 'subject', label: 'Nội dung biểu quyết'}), whole('agree', 'Đồng ý'), whole('disagree', 'Không đồng ý'), whole('abstain', 'Ý kiến khác')])});
  const minutes = new Text({name: 'minutes', label: 'Biên bản', required: true, rows: 6});
  const files = new Files({name: 'files', label: 'Biên bản có chữ ký, tài liệu hội nghị'});
  const agreed = new Choice({name: 'agreed', label: 'Hội nghị thống nhất nội dung giao ước?', required: true, className: 'gu-block', list: [
    {code: true, name: 'Thống nhất', hint: 'Nội dung được chốt, mở ký cho các thành viên.', tone: 'good'},
    {code: false, name: 'Chưa thống nhất', hint: 'Trưởng khối hoàn thiện lại.', tone: 'return'}]});
  const node = h('div.gu-editor', {}, section('Hội nghị', null, h('div.gu-line', {}, date.node, place.node), attendance.node), section('Diễn biến', null, points.node, votes.node, minutes.node,
    files.node), section('Kết quả', null, agreed.node));
  const group = new Group(null, [date, place, attendance, points, votes, minutes, files, agreed], node);
  return {group, check: true, body: h('div', {}, h('details.gu-details', {open: true}, h('summary', {}, 'Dự thảo giao ước'), covenantPaper(view)), node),
    after: h('div', {}, memberBoard(view), covenantDiff(view), registrationBoard(view))};
}

/** Votes are whole numbers; nothing typed means none. */
function whole(name, label) {
  const control = new NumberText({name, label, whole: true});
  control.fallback = 0;
  return control;
}

/** Marks who signed the paper in the room, or uploads a PDF signed with certificates. Its own call: the task stays open. */
function signedFilePart(view, task) {
  const outside = new Choice({name: 'outside', label: 'Loại tệp', list: [
    {code: false, name: 'Bản quét đã ký tại hội nghị', hint: 'Từng đơn vị xác nhận hoặc không công nhận.'},
    {code: true, name: 'Tệp PDF đã ký số ở ngoài', hint: 'Chữ ký số trong tệp được kiểm tra.'}], className: 'gu-block'});
  const file = new Files({name: 'file', label: 'Tệp', most: 1});
  const open = view.covenant.members.filter(({signing}) => ['WAITING', 'MISSING', 'DISPUTED'].includes(signing));
  const units = new Checks({name: 'units', label: 'Đơn vị đã ký trên tệp này', list: open.map(({unitCode, unitName}) => ({code: unitCode, name: unitName})), className: 'gu-block'});
  outside.write(false);
  const message = h('p.gu-note', {role: 'status'});
  const controls = {file, units, outside};
  const record = async () => {
    Object.values(controls).forEach((control) => control.clearErrors());
    try {
      await send('POST', `${addressOf(view.key)}/signed-files`, {file: file.value()[0]?.id ?? null, units: units.value(), outside: outside.value()});
      message.textContent = 'Đã ghi nhận. Các đơn vị được đề nghị xác nhận; mở lại việc này để xem tình trạng mới.';
      file.write([]);
    } catch (refusal) {
      refusal.errors.forEach((error) => (controls[error.field?.split('[')[0]] ?? file).showError(error.message));
      message.textContent = refusal.errors.length ? '' : refusal.message;
    }
  };
  const node = box('Ký trên giấy hoặc ký số ở ngoài', outside.node, file.node, units.node, button('Ghi nhận tệp đã ký', record), message);
  node.addEventListener('input', (event) => event.stopPropagation()); // no part of the task's draft
  return h('fieldset.gu-fieldset', {disabled: !task.mine}, node);
}

function followSigning({view, task}) {
  const reason = new Text({name: 'reason', label: 'Lý do thu lại để chỉnh sửa', required: true, rows: 3});
  const group = new Group(null, [reason], box('Thu lại giao ước', h('p.gu-note', {}, 'Chữ ký đã có không còn giá trị (vẫn được lưu); mọi thành viên ký lại bản sửa đổi.'), reason.node));
  return {group, free: h('div', {}, state(view), signedFilePart(view, task)), body: group.node,
    after: h('details.gu-details', {}, h('summary', {}, 'Xem giao ước'), covenantPaper(view))};
}

function resolveRefusal({view}) {
  const refusing = view.covenant.members.filter(({unitCode}) => view.refusals.includes(unitCode));
  const decision = new Choice({name: 'decision', label: 'Quyết định', required: true, className: 'gu-block', list: [
    {code: 'KEEP', name: 'Giữ nguyên giao ước', hint: 'Trả lời đơn vị; đơn vị được đề nghị ký lại.', tone: 'good'},
    {code: 'REVISE', name: 'Đưa về chỉnh sửa', hint: 'Mọi thành viên ký lại bản sửa đổi.', tone: 'return'}]});
  const answers = new Group('answers', refusing.map((member) => new Text({name: member.unitCode, label: `Trả lời ${member.unitName}`, required: true, rows: 3})));
  const reason = new Text({name: 'reason', label: 'Lý do chỉnh sửa', required: true, rows: 3});
  show(decision, {KEEP: answers, REVISE: reason});
  const group = new Group(null, [decision, answers, reason], box('Xử lý từ chối ký',
    refusing.map((member) => h('article.gu-comment', {}, h('strong', {}, member.unitName), paragraphs(member.reason))), decision.node, answers.node, reason.node));
  return {group, body: readAndDo(view, group.node), after: h('div', {}, state(view))};
}

/** Shows what belongs to the choice. @param parts control by choice */
function show(choice, parts) {
  const sync = () => Object.entries(parts).forEach(([code, control]) => control.show(choice.value() === code));
  choice.node.addEventListener('change', sync);
  choice.afterWrite = sync;
}

// ---------------------------------------------------------------- Sở Nội vụ

function decideMissing({view}) {
  const decision = new Choice({name: 'decision', label: 'Quyết định', required: true, className: 'gu-block', list: [
    {code: 'EXTEND', name: 'Gia hạn ký', tone: 'good'},
    {code: 'CLOSE', name: 'Khép lại, giao ước thiếu chữ ký', hint: view.covenant.inForceAt ? 'Giao ước đã có hiệu lực.' : 'Chỉ khép được khi giao ước đã có hiệu lực.', tone: 'return'},
    {code: 'REVISE', name: 'Chuyển Trưởng khối chỉnh sửa', hint: 'Mọi thành viên ký lại bản sửa đổi.', tone: 'refuse'}]});
  const until = new DateText({name: 'until', label: 'Gia hạn đến ngày', required: true});
  const reason = new Text({name: 'reason', label: 'Lý do', required: true, rows: 3});
  show(decision, {EXTEND: until, REVISE: reason});
  const group = new Group(null, [decision, until, reason], box('Chữ ký còn thiếu', decision.node, until.node, reason.node));
  return {group, body: readAndDo(view, group.node), after: h('div', {}, state(view))};
}

function recordCovenant({view}) {
  const decision = new Choice({name: 'decision', label: 'Quyết định', required: true, className: 'gu-block', list: [
    {code: 'RECORD', name: 'Ghi nhận', hint: 'Làm căn cứ chấm điểm, bình xét cuối năm; sau đó chỉ điều chỉnh bằng bản mới.', tone: 'good'},
    {code: 'RETURN', name: 'Trả lại Trưởng khối', hint: 'Kèm lý do; mọi thành viên ký lại bản sửa đổi.', tone: 'return'}]});
  const reason = new Text({name: 'reason', label: 'Lý do', required: true, rows: 3});
  show(decision, {RETURN: reason});
  const group = new Group(null, [decision, reason], box('Ghi nhận giao ước', facts(fact('Mã băm SHA-256', digestNode(view.covenant.digest))), decision.node, reason.node));
  return {group, body: readAndDo(view, group.node), after: h('div', {}, state(view))};
}

// ---------------------------------------------------------------- a member

function commentCovenant({view}) {
  const agrees = new Choice({name: 'agrees', label: 'Ý kiến của đơn vị', required: true, className: 'gu-block', list: [
    {code: true, name: 'Thống nhất với dự thảo', tone: 'good'}, {code: false, name: 'Có ý kiến sửa đổi, bổ sung', tone: 'return'}]});
  const text = new Text({name: 'text', label: 'Nội dung góp ý', rows: 8, hint: 'Ghi rõ nội dung, chỉ tiêu nào, sửa thành thế nào.'});
  const files = new Files({name: 'files', label: 'Văn bản góp ý kèm theo'});
  const group = new Group(null, [agrees, text, files], box('Góp ý', facts(fact('Đơn vị', view.member.unitName), fact('Hạn góp ý', showMoment(view.covenant.commentDueAt))),
    agrees.node, text.node, files.node));
  return {group, body: readAndDo(view, group.node, covenantDiff(view))};
}

function registerTargets({view}) {
  const staff = new NumberText({name: 'staff', label: 'Tổng số người của đơn vị', required: true, whole: true, hint: 'Cán bộ, công chức, viên chức, người lao động; tỷ lệ được tính trên số này.'});
  const titles = new Rows({name: 'titles', label: 'Danh hiệu thi đua, hình thức khen thưởng', addLabel: 'Thêm danh hiệu', columns: 'minmax(0, 1fr) 8em', minimum: 1, row: () => new Group(null, [
    new Select({name: 'title', label: 'Danh hiệu', list: view.titles}), new NumberText({name: 'count', label: 'Số lượng'})])});
  const plain = (name, label, add) => new Rows({name, label, addLabel: add, row: () => new Text({name: 'item', label})});
  const initiatives = plain('initiatives', 'Sáng kiến', 'Thêm sáng kiến');
  const models = plain('models', 'Mô hình, công trình', 'Thêm mô hình');
  const valued = (view.covenant.content?.targets ?? []).filter((target) => target.scope === 'EACH_MEMBER' && target.comparator !== 'DONE');
  const targets = new Rows({name: 'targets', label: 'Chỉ tiêu riêng của đơn vị', addLabel: 'Thêm chỉ tiêu riêng', columns: 'minmax(0, 1fr) 9em',
    hint: 'Chỉ ghi chỉ tiêu đơn vị đăng ký khác mức chung trong giao ước.', row: () => ownTarget(valued, view)});
  const note = new Text({name: 'note', label: 'Ghi chú', rows: 2});
  const group = new Group(null, [staff, titles, initiatives, models, targets, note], box('Đăng ký thi đua', facts(fact('Đơn vị', view.member.unitName),
    fact('Hạn đăng ký', showMoment(view.covenant.registerDueAt)), fact('Trả lời góp ý', view.member.answer)), staff.node, titles.node, initiatives.node, models.node, targets.node, note.node));
  return {group, check: true, body: readAndDo(view, group.node, covenantDiff(view))};
}

/** A unit's own value for one of the covenant's targets: a number, or a level where the target is one. */
function ownTarget(targets, view) {
  const target = new Select({name: 'targetId', label: 'Chỉ tiêu', list: targets.map((one) => ({code: one.id, name: `${one.name}: ${targetText(one, view)}`}))});
  const value = new TargetValue({name: 'value', label: 'Mức đăng ký', ratings: view.ratings ?? []});
  const adapt = () => {
    const chosen = targets.find(({id}) => id === target.value());
    value.use(view.measures?.find(({code}) => code === chosen?.measure)?.kind ?? null);
  };
  target.input.addEventListener('change', adapt);
  target.afterWrite = adapt;
  return new Group(null, [target, value]);
}

const passwordField = () => new Secret({name: 'password', label: 'Mật khẩu của bạn', required: true,
  hint: 'Nhập lại mật khẩu đăng nhập để xác nhận chính bạn ký. Mật khẩu không được lưu.'});

/** Ground, its document, password: the same for a covenant and for an annex. */
function signingPart(view) {
  const ground = new Choice({name: 'ground', label: 'Ký với tư cách', required: true, className: 'gu-block', list: view.grounds.map((code) => ({code, ...GROUNDS[code]}))});
  const document = new Text({name: 'document', label: 'Số văn bản phân công, ủy quyền'});
  const date = new DateText({name: 'date', label: 'Ngày văn bản'});
  const scope = new Text({name: 'scope', label: 'Phạm vi ủy quyền', rows: 2});
  const until = new DateText({name: 'until', label: 'Ủy quyền đến hết ngày'});
  const authority = [document, date, scope, until];
  const password = passwordField();
  const none = view.grounds.length ? null : h('p.gu-error', {}, 'Bạn không có thẩm quyền ký cho đơn vị này.');
  const sync = () => {
    const given = ground.shown && ['KT', 'TUQ'].includes(ground.value());
    authority.forEach((control) => {
      control.require(ground.value() === 'TUQ');
      control.show(given);
    });
  };
  ground.node.addEventListener('change', sync);
  ground.afterWrite = sync;
  return {controls: [ground, ...authority, password], ground, password, sync,
    node: h('div', {}, none, ground.node, h('div.gu-line', {}, document.node, date.node), scope.node, until.node, password.node)};
}

/** Proves who signs, before the form is checked and completed: a form's data are stored, a password never is. */
function prove(address, unit, part, digest) {
  proveWith(address, {unit}, part, digest);
}

function proveWith(address, who, part, digest) {
  postAndWait(address, {...who, password: part.password.value(), digest}, 204);
  part.password.input.value = '';
}

const signReport = signReportPage(signingPart, (address, part, digest) => proveWith(address, {}, part, digest));

function signCovenant({view}) {
  const {covenant, member} = view;
  const part = signingPart(view);
  const decision = new Choice({name: 'decision', label: 'Quyết định', required: true, className: 'gu-block', list: [
    {code: 'SIGN', name: 'Ký giao ước', tone: 'good'},
    // Who has written authority to sign has none to refuse.
    ...(view.grounds.some((ground) => ground !== 'TUQ') ? [{code: 'REFUSE', name: 'Từ chối ký', hint: 'Kèm lý do; chuyển Trưởng khối xử lý.', tone: 'refuse'}] : [])]});
  const reason = new Text({name: 'reason', label: 'Lý do từ chối', required: true, rows: 4});
  const sync = () => {
    [part.ground, part.password].forEach((control) => control.show(decision.value() === 'SIGN'));
    reason.show(decision.value() === 'REFUSE');
    part.sync();
  };
  decision.node.addEventListener('change', sync);
  decision.afterWrite = sync;
  const group = new Group(null, [...part.controls, decision, reason], box('Ký giao ước',
    facts(fact('Đơn vị', member.unitName), fact('Hạn ký', showMoment(covenant.signDueAt)), fact('Phiên bản', showNumber(covenant.contentVersion)),
      fact('Mã băm SHA-256', digestNode(covenant.digest)), fact('Lý do đã nêu', member.reason), fact('Trưởng khối trả lời', member.answer)),
    h('p.gu-note', {}, 'Chữ ký gắn với đúng phiên bản bên cạnh, nhận biết bằng mã băm trên; bản khác đi một chữ thì mã băm khác.'),
    decision.node, part.node, reason.node));
  return {group, secrets: ['password'], fixed: {digest: covenant.digest},
    before: () => (decision.value() === 'SIGN' ? prove(`${addressOf(view.key)}/identity`, member.unitCode, part, covenant.digest) : null),
    body: readAndDo(view, group.node), after: h('div', {}, state(view))};
}

function signAnnex({view}) {
  const {annex} = view;
  const part = signingPart(view);
  const group = new Group(null, part.controls, box('Ký phụ lục kế thừa', facts(fact('Đơn vị cũ', annex.fromName), fact('Đơn vị kế thừa', annex.toName),
    fact('Từ ngày', showDate(annex.on)), fact('Căn cứ', annex.decision), fact('Mã băm SHA-256', digestNode(annex.digest))), paragraphs(annex.text), part.node));
  return {group, secrets: ['password'], fixed: {digest: annex.digest},
    before: () => prove(`${addressOf(view.key)}/identity`, annex.key.split('/')[2], part, annex.digest), body: readAndDo(view, group.node), after: h('div', {}, state(view))};
}

function confirmPaper({view}) {
  const confirmed = new Choice({name: 'confirmed', label: 'Đơn vị đã ký bản giấy này?', required: true, className: 'gu-block', list: [
    {code: true, name: 'Xác nhận đã ký', tone: 'good'}, {code: false, name: 'Không công nhận', hint: 'Kèm lý do; đơn vị ký lại tại đây.', tone: 'refuse'}]});
  const signerName = new Text({name: 'signerName', label: 'Họ tên người đã ký bản giấy', required: true});
  const signerPosition = new Text({name: 'signerPosition', label: 'Chức vụ người đã ký', required: true, hint: 'Ghi như trên bản giấy, ví dụ: Giám đốc.'});
  const password = passwordField();
  const reason = new Text({name: 'reason', label: 'Lý do không công nhận', required: true, rows: 4});
  const sync = () => {
    [signerName, signerPosition, password].forEach((control) => control.show(confirmed.value() === true));
    reason.show(confirmed.value() === false);
  };
  confirmed.node.addEventListener('change', sync);
  confirmed.afterWrite = sync;
  const group = new Group(null, [confirmed, signerName, signerPosition, password, reason], box('Xác nhận bản ký giấy', facts(fact('Đơn vị', view.member.unitName),
    fact('Mã băm SHA-256', digestNode(view.covenant.digest))), confirmed.node, signerName.node, signerPosition.node, password.node, reason.node));
  return {group, secrets: ['password'], fixed: {digest: view.covenant.digest},
    before: () => (confirmed.value() === true ? prove(`${addressOf(view.key)}/identity`, view.member.unitCode, {password}, view.covenant.digest) : null),
    body: readAndDo(view, signedFileList(view), group.node), after: h('div', {}, memberBoard(view))};
}

// ---------------------------------------------------------------- the bloc's year

function followCovenant({view, caseCode, task}) {
  const group = new Group(null, [], box('Khép năm công tác', h('p.gu-note', {}, view.ended
    ? 'Đã hết kỳ. Hoàn thành việc này để khép năm công tác của khối.' : `Năm công tác kéo dài đến hết ngày ${showDate(view.bloc.to)}; sau đó mới khép được.`)));
  const versions = readTable(['Lần ký', 'Tình trạng', 'Lý do điều chỉnh', 'Ghi nhận', 'Chưa ký'], view.versions.map((row) => [showNumber(row.version),
    row.givenUpReason ? h('div', {}, row.status, h('p.gu-note', {}, `Lý do hủy: ${row.givenUpReason}`)) : row.status, row.reason, showMoment(row.recordedAt), row.unsigned.join('; ')]));
  return {group, free: h('div', {}, baselineBoard(view), box('Các lần ký', versions), reviewPart(view, task), view.mayAmend ? amendmentPart(caseCode, task) : null,
    view.givable ? givingUp(view.givable, task) : null, refusalList(view), state(view)), body: group.node,
    after: h('details.gu-details', {}, h('summary', {}, 'Xem giao ước đã ghi nhận'), covenantPaper(view))};
}

/** The recorded targets as numbers, member by member. */
function baselineBoard(view) {
  const targets = view.covenant.content?.targets ?? [];
  const names = new Map(view.covenant.members.map(({unitCode, unitName}) => [unitCode, unitName]));
  const units = [...new Set(view.baseline.map(({unitCode}) => unitCode))];
  const cell = (unit, target) => {
    const row = view.baseline.find((entry) => entry.unitCode === unit && entry.targetId === target.id);
    return row ? [row.value === null ? 'đạt' : `${showNumber(row.value)} ${target.unit ?? ''}`, row.people === null ? null : h('div.gu-note', {}, `${showNumber(row.people)} ${target.base === 'MEMBERS' ? 'đơn vị' : target.base ? 'người' : target.unit ?? ''}`)] : '';
  };
  return box('Chỉ tiêu đã ghi nhận', view.baseline.length ? readTable(['Đơn vị', ...targets.map(({name}) => name)],
    units.map((unit) => [unit === '*' ? 'Cả khối' : names.get(unit) ?? unit, ...targets.map((target) => cell(unit, target))])) : h('p.gu-note', {}, 'Chưa có chỉ tiêu nào.'));
}

const amendmentPart = (year, task) => reasonedAct({title: 'Điều chỉnh giao ước', label: 'Lý do điều chỉnh giao ước', act: 'Bắt đầu điều chỉnh', task,
  note: 'Bản đang có hiệu lực được giữ cho đến khi bản mới được mọi thành viên ký và Sở Nội vụ ghi nhận.',
  address: `/api/forms/covenants/${encodeURIComponent(year)}/amendments`,
  done: 'Đã mở bản điều chỉnh; việc «Dự thảo giao ước» nằm trong danh sách của đơn vị Trưởng khối.'});

export const covenantPages = {
  draftCovenant, reviseCovenant, holdConference, followSigning, resolveRefusal, decideMissing, recordCovenant, commentCovenant, registerTargets, signCovenant, confirmPaper,
  signAnnex, followCovenant, signReport,
};
