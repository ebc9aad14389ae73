-- Covenants (giao ước thi đua): one run per bloc-year and amendment. What was handed in is kept version by version; what members
-- sign is one sealed document, from which its digest can be recomputed at any time.
create table covenant (
    bloc_year         varchar(20) not null references bloc_year,
    version           integer     not null,          -- 1, 2 after an amendment: KT-2026-001/GU2
    status            varchar(20) not null,          -- CovenantStatus
    reason            text,                          -- why it is amended
    content_version   integer     not null default 0,
    begun_by          varchar(64),                   -- null: the bloc's year itself
    begun_at          timestamptz not null,
    comment_due_at    timestamptz,
    register_due_at   timestamptz,
    sign_due_at       timestamptz,
    in_force_at       timestamptz,
    closed_missing_at timestamptz,                   -- Sở Nội vụ closed the signing though signatures are missing
    closed_missing_by varchar(64),
    recorded_at       timestamptz,
    recorded_by       varchar(64),
    return_reason     text,                          -- why it went back to the head unit last
    returned_by       varchar(64),
    returned_at       timestamptz,
    primary key (bloc_year, version)
);
-- Two people at the same moment: one covenant of a year is under way at a time.
create unique index covenant_under_way on covenant (bloc_year) where status not in ('RECORDED', 'SUPERSEDED');

-- Each content as it was handed in, only added to. Sealed: agreed at a conference, with members and registrations as they were.
create table covenant_content (
    bloc_year       varchar(20) not null,
    version         integer     not null,
    content_version integer     not null,
    content         jsonb       not null,
    saved_by        varchar(64) not null,
    saved_at        timestamptz not null,
    sealed          jsonb,
    digest          varchar(64),
    primary key (bloc_year, version, content_version),
    foreign key (bloc_year, version) references covenant,
    check ((sealed is null) = (digest is null))
);
create index covenant_content_digest on covenant_content (digest);

-- A member's part; its unit code is part of the key in the engine and stays when the unit has a successor.
create table covenant_member (
    bloc_year               varchar(20) not null,
    version                 integer     not null,
    unit_code               varchar(32) not null references unit,
    seq                     integer     not null,
    role                    varchar(6)  not null check (role in ('HEAD', 'DEPUTY', 'MEMBER')),
    acting_unit             varchar(32) not null references unit,
    left_on                 date,                    -- its successor has a part of its own: this one is not waited for
    agrees                  boolean,
    comment                 text,
    commented_by            varchar(64),
    commented_at            timestamptz,
    silent_at               timestamptz,
    answer                  text,                    -- the head unit's, to the comment
    registration            jsonb,
    registered_by           varchar(64),
    registered_at           timestamptz,
    registration_missing_at timestamptz,
    primary key (bloc_year, version, unit_code),
    foreign key (bloc_year, version) references covenant
);
create index covenant_member_unit on covenant_member (acting_unit);

create table covenant_conference (
    bloc_year varchar(20) not null,
    version   integer     not null,
    seq       integer     not null,
    content   jsonb       not null,
    agreed    boolean     not null,
    held_by   varchar(64) not null,
    held_at   timestamptz not null,
    primary key (bloc_year, version, seq),
    foreign key (bloc_year, version) references covenant
);

-- One row per member and sealed content. Rows of a content that was taken back stay, void.
create table covenant_signature (
    bloc_year       varchar(20) not null,
    version         integer     not null,
    content_version integer     not null,
    unit_code       varchar(32) not null,
    state           varchar(20) not null,            -- SigningState
    signed_by       varchar(64),
    signer_name     varchar(200),
    signer_unit     varchar(32),                     -- the unit that acted
    capacity        varchar(500),
    ground          varchar(4),                      -- Ground
    ground_document text,
    ground_scope    text,
    signed_at       timestamptz,
    reason          text,                            -- of a refusal or a dispute
    answer          text,                            -- the head unit's, to the refusal
    file            uuid references attachment,      -- the paper it was marked on
    chain_seq       bigint,                          -- entry in the chain
    void_at         timestamptz,
    void_reason     text,
    primary key (bloc_year, version, content_version, unit_code),
    foreign key (bloc_year, version, content_version) references covenant_content,
    foreign key (bloc_year, version, unit_code) references covenant_member
);

create table covenant_refusal (
    id              bigint generated always as identity primary key,
    bloc_year       varchar(20) not null,
    version         integer     not null,
    content_version integer     not null,
    unit_code       varchar(32) not null,
    reason          text        not null,
    refused_by      varchar(64) not null,
    refused_at      timestamptz not null,
    answer          text,
    answered_by     varchar(64),
    answered_at     timestamptz,
    foreign key (bloc_year, version, content_version, unit_code) references covenant_signature
);
create index covenant_refusal_run on covenant_refusal (bloc_year, version);

-- Papers signed outside the system: the scan of the room's paper, or a PDF with digital signatures and what was found in it.
create table covenant_file (
    file            uuid        primary key references attachment,
    bloc_year       varchar(20) not null,
    version         integer     not null,
    content_version integer     not null,
    outside         boolean     not null,
    units           text[]      not null,
    report          jsonb       not null,
    uploaded_by     varchar(64) not null,
    uploaded_at     timestamptz not null,
    foreign key (bloc_year, version, content_version) references covenant_content
);
create index covenant_file_run on covenant_file (bloc_year, version);

-- Who entered a password for exactly one signature, and when; never the password.
create table covenant_identity_proof (
    user_id   varchar(64) not null,
    subject   varchar(80) not null,                  -- KT-2026-001/GU1/sgddt
    digest    varchar(64) not null,
    proven_at timestamptz not null,
    primary key (user_id, subject)
);

-- Phụ lục kế thừa: a successor takes the covenant on; no other signature is touched.
create table covenant_annex (
    bloc_year       varchar(20) not null,
    version         integer     not null,
    seq             integer     not null,            -- KT-2026-001/GU1/PL<seq>
    from_unit       varchar(32) not null references unit,
    to_unit         varchar(32) not null references unit,
    on_date         date        not null,
    decision        text        not null,
    sealed          jsonb,                           -- null: the covenant itself is not agreed yet
    digest          varchar(64),
    opened_at       timestamptz,
    due_at          timestamptz,
    signed_by       varchar(64),
    signer_name     varchar(200),
    capacity        varchar(500),
    ground          varchar(4),
    ground_document text,
    ground_scope    text,
    signed_at       timestamptz,
    chain_seq       bigint,
    primary key (bloc_year, version, seq),
    unique (bloc_year, version, from_unit, to_unit),
    foreign key (bloc_year, version) references covenant
);

-- Targets as numbers, for the later reviews; only added to.
create table covenant_baseline (
    bloc_year  varchar(20)    not null,
    version    integer        not null,
    unit_code  varchar(32)    not null,              -- '*': target of the bloc as a whole
    target_id  varchar(10)    not null,
    measure    varchar(30)    not null,
    comparator varchar(10)    not null,              -- TargetComparator
    value      numeric(20, 4),                       -- in the target's unit; null: reached or not
    people     numeric,                              -- in people or units, exactly
    primary key (bloc_year, version, unit_code, target_id),
    foreign key (bloc_year, version) references covenant
);

create table covenant_finding (
    bloc_year    varchar(20) not null,
    version      integer     not null,
    seq          integer     not null,
    code         varchar(10) not null,
    kind         varchar(10) not null,
    field        varchar(100),
    message      text        not null,
    legal_source text        not null,
    rule_from    date        not null,               -- the version of the rule that was used
    found_at     timestamptz not null,
    primary key (bloc_year, version, seq),
    foreign key (bloc_year, version) references covenant
);

-- The province's numbers, and a bloc's own where it has them.
create table covenant_rule (
    code         varchar(30)   not null,
    bloc_code    varchar(30)   not null default '',  -- '': all blocs
    value        numeric(9, 4) not null,
    name         text          not null,
    legal_source text          not null,
    uncertain    boolean       not null,             -- the province's own choice; the law names no number
    valid_from   date          not null,
    valid_to     date,
    primary key (code, bloc_code, valid_from)
);
insert into covenant_rule (code, value, name, legal_source, uncertain, valid_from) values
    ('IN_FORCE_SHARE', 50, 'Giao ước có hiệu lực khi Trưởng khối, Phó Trưởng khối và ít nhất tỷ lệ % thành viên này đã ký', 'Quy chế hoạt động của cụm, khối thi đua', true, '2021-01-01'),
    ('REGISTRATION_REQUIRED', 0, 'Mọi thành viên phải đăng ký trước khi thống nhất giao ước (1: bắt buộc, 0: chỉ cảnh báo)', 'Quy chế hoạt động của cụm, khối thi đua', true, '2021-01-01');

create table target_measure (
    code         varchar(30) not null,
    seq          integer     not null,
    name         text        not null,
    kind         varchar(10) not null check (kind in ('PERCENT', 'COUNT', 'INDEX', 'DONE', 'RATING', 'TEXT')),
    unit         varchar(30) not null,
    needs_base   boolean     not null,
    direction    varchar(4)  not null check (direction in ('UP', 'DOWN')),
    rounding     varchar(8)  not null check (rounding in ('UP', 'DOWN', 'NEAREST', 'NONE')),
    legal_source text        not null,
    valid_from   date        not null,
    valid_to     date,
    primary key (code, valid_from)
);
insert into target_measure (seq, code, name, kind, unit, needs_base, direction, rounding, legal_source, valid_from) values
    (10,  'LDTT',            'Tỷ lệ cá nhân đạt danh hiệu "Lao động tiên tiến"',                        'PERCENT', '%',          true,  'UP',   'UP',   'Luật Thi đua, khen thưởng (Luật năm 2022: Điều 24)', '2021-01-01'),
    (20,  'CSTDCS',          'Tỷ lệ cá nhân đạt danh hiệu "Chiến sĩ thi đua cơ sở"',                    'PERCENT', '%',          true,  'UP',   'NONE', 'Luật Thi đua, khen thưởng (Luật năm 2022: Điều 23)', '2021-01-01'),
    (30,  'TTLDTT',          'Số tập thể đạt danh hiệu "Tập thể lao động tiên tiến"',                   'COUNT',   'tập thể',    false, 'UP',   'UP',   'Luật Thi đua, khen thưởng (Luật năm 2022: Điều 28)', '2021-01-01'),
    (40,  'TTLDXS',          'Số tập thể đạt danh hiệu "Tập thể lao động xuất sắc"',                    'COUNT',   'tập thể',    false, 'UP',   'UP',   'Luật Thi đua, khen thưởng (Luật năm 2022: Điều 27)', '2021-01-01'),
    (50,  'XEP_LOAI',        'Mức xếp loại chất lượng hằng năm của đơn vị',                             'RATING',  'mức',        false, 'UP',   'NONE', 'Nghị định 90/2020/NĐ-CP; quy định đánh giá, xếp loại của tỉnh', '2021-01-01'),
    (60,  'HTTNV',           'Tỷ lệ đơn vị được xếp loại "Hoàn thành tốt nhiệm vụ" trở lên',            'PERCENT', '%',          true,  'UP',   'UP',   'Quy định đánh giá, xếp loại của tỉnh', '2021-01-01'),
    (70,  'TRONG_SACH',      'Tỷ lệ đơn vị có tổ chức đảng được xếp loại "Trong sạch, vững mạnh"',      'PERCENT', '%',          true,  'UP',   'UP',   'Quy định đánh giá, xếp loại tổ chức đảng hằng năm', '2021-01-01'),
    (80,  'VUNG_MANH',       'Tỷ lệ đơn vị được công nhận "Vững mạnh toàn diện"',                       'PERCENT', '%',          true,  'UP',   'UP',   'Quy định đánh giá, xếp loại của tỉnh', '2021-01-01'),
    (90,  'CONG_SO_VAN_HOA', 'Cơ quan đạt danh hiệu "Công sở văn hóa"',                                 'DONE',    '',           false, 'UP',   'NONE', 'Quy định về công sở văn hóa của tỉnh', '2021-01-01'),
    (100, 'DOAN_THE',        'Công đoàn, Đoàn Thanh niên, các đoàn thể được xếp loại hoàn thành tốt nhiệm vụ trở lên', 'DONE', '', false, 'UP',  'NONE', 'Điều lệ, quy định của từng đoàn thể', '2021-01-01'),
    (110, 'PAR_INDEX',       'Chỉ số cải cách hành chính (PAR INDEX)',                                  'INDEX',   'điểm',       false, 'UP',   'NONE', 'Quyết định công bố chỉ số cải cách hành chính hằng năm', '2021-01-01'),
    (120, 'PAR_RANK',        'Thứ hạng chỉ số cải cách hành chính',                                     'INDEX',   'hạng',       false, 'DOWN', 'NONE', 'Quyết định công bố chỉ số cải cách hành chính hằng năm', '2021-01-01'),
    (130, 'DTI',             'Chỉ số chuyển đổi số (DTI)',                                              'INDEX',   'điểm',       false, 'UP',   'NONE', 'Quyết định công bố chỉ số chuyển đổi số hằng năm', '2021-01-01'),
    (140, 'HO_SO_DUNG_HAN',  'Tỷ lệ hồ sơ, nhiệm vụ được giao hoàn thành đúng hạn',                     'PERCENT', '%',          false, 'UP',   'NONE', 'Nhiệm vụ được giao trong năm', '2021-01-01'),
    (150, 'SANG_KIEN',       'Số sáng kiến được công nhận',                                             'COUNT',   'sáng kiến',  false, 'UP',   'UP',   'Nghị định về sáng kiến; Luật Thi đua, khen thưởng (Luật năm 2022: Điều 23)', '2021-01-01'),
    (160, 'MO_HINH',         'Số mô hình, cách làm hay được nhân rộng',                                 'COUNT',   'mô hình',    false, 'UP',   'UP',   'Kế hoạch phát động phong trào', '2021-01-01'),
    (170, 'DIEN_HINH',       'Số điển hình tiên tiến được phát hiện, bồi dưỡng, nhân rộng',             'COUNT',   'điển hình',  false, 'UP',   'UP',   'Kế hoạch phát động phong trào', '2021-01-01'),
    (180, 'KY_LUAT',         'Số cán bộ, công chức, viên chức, người lao động bị kỷ luật',              'COUNT',   'người',      false, 'DOWN', 'DOWN', 'Quy định về kỷ luật cán bộ, công chức, viên chức', '2021-01-01'),
    (190, 'TY_LE_KHAC',      'Tỷ lệ khác',                                                              'PERCENT', '%',          true,  'UP',   'UP',   'Nội dung giao ước của cụm, khối', '2021-01-01'),
    (200, 'SO_LUONG_KHAC',   'Số lượng khác',                                                           'COUNT',   '',           false, 'UP',   'UP',   'Nội dung giao ước của cụm, khối', '2021-01-01'),
    (210, 'KHAC',            'Chỉ tiêu bằng lời',                                                       'TEXT',    '',           false, 'UP',   'NONE', 'Nội dung giao ước của cụm, khối', '2021-01-01');

create table rating_level (
    value        integer not null,
    name         text    not null,
    legal_source text    not null,
    valid_from   date    not null,
    valid_to     date,
    primary key (value, valid_from)
);
insert into rating_level values
    (4, 'Hoàn thành xuất sắc nhiệm vụ', 'Quy định đánh giá, xếp loại của tỉnh', '2021-01-01', null),
    (3, 'Hoàn thành tốt nhiệm vụ',      'Quy định đánh giá, xếp loại của tỉnh', '2021-01-01', null),
    (2, 'Hoàn thành nhiệm vụ',          'Quy định đánh giá, xếp loại của tỉnh', '2021-01-01', null),
    (1, 'Không hoàn thành nhiệm vụ',    'Quy định đánh giá, xếp loại của tỉnh', '2021-01-01', null);

create table title_catalogue (
    code         varchar(20) not null,
    seq          integer     not null,
    name         text        not null,
    kind         varchar(10) not null check (kind in ('INDIVIDUAL', 'COLLECTIVE')),
    legal_source text        not null,
    valid_from   date        not null,
    valid_to     date,
    primary key (code, valid_from)
);
insert into title_catalogue (seq, code, name, kind, legal_source, valid_from, valid_to) values
    (10,  'LDTT',    'Lao động tiên tiến',                   'INDIVIDUAL', 'Luật Thi đua, khen thưởng 2003 (sửa đổi 2005, 2013); Nghị định 91/2017/NĐ-CP', '2021-01-01', '2023-12-31'),
    (10,  'LDTT',    'Lao động tiên tiến',                   'INDIVIDUAL', 'Luật Thi đua, khen thưởng 2022, Điều 24', '2024-01-01', null),
    (20,  'CSTDCS',  'Chiến sĩ thi đua cơ sở',               'INDIVIDUAL', 'Nghị định 91/2017/NĐ-CP, Điều 9', '2021-01-01', '2023-12-31'),
    (20,  'CSTDCS',  'Chiến sĩ thi đua cơ sở',               'INDIVIDUAL', 'Luật Thi đua, khen thưởng 2022, Điều 23', '2024-01-01', null),
    (30,  'CSTDT',   'Chiến sĩ thi đua cấp tỉnh',            'INDIVIDUAL', 'Luật Thi đua, khen thưởng 2003 (sửa đổi 2005, 2013); Nghị định 91/2017/NĐ-CP', '2021-01-01', '2023-12-31'),
    (30,  'CSTDT',   'Chiến sĩ thi đua cấp tỉnh',            'INDIVIDUAL', 'Luật Thi đua, khen thưởng 2022, Điều 22', '2024-01-01', null),
    (40,  'CSTDTQ',  'Chiến sĩ thi đua toàn quốc',           'INDIVIDUAL', 'Luật Thi đua, khen thưởng 2003 (sửa đổi 2005, 2013); Nghị định 91/2017/NĐ-CP', '2021-01-01', '2023-12-31'),
    (40,  'CSTDTQ',  'Chiến sĩ thi đua toàn quốc',           'INDIVIDUAL', 'Luật Thi đua, khen thưởng 2022, Điều 21', '2024-01-01', null),
    (50,  'GK_CN',   'Giấy khen (cá nhân)',                  'INDIVIDUAL', 'Luật Thi đua, khen thưởng (Luật năm 2022: Điều 75)', '2021-01-01', null),
    (60,  'BK_T_CN', 'Bằng khen của Chủ tịch UBND tỉnh (cá nhân)', 'INDIVIDUAL', 'Luật Thi đua, khen thưởng (Luật năm 2022: Điều 74)', '2021-01-01', null),
    (110, 'TTLDTT',  'Tập thể lao động tiên tiến',           'COLLECTIVE', 'Luật Thi đua, khen thưởng 2003 (sửa đổi 2005, 2013); Nghị định 91/2017/NĐ-CP', '2021-01-01', '2023-12-31'),
    (110, 'TTLDTT',  'Tập thể lao động tiên tiến',           'COLLECTIVE', 'Luật Thi đua, khen thưởng 2022, Điều 28', '2024-01-01', null),
    (120, 'TTLDXS',  'Tập thể lao động xuất sắc',            'COLLECTIVE', 'Luật Thi đua, khen thưởng 2003 (sửa đổi 2005, 2013); Nghị định 91/2017/NĐ-CP', '2021-01-01', '2023-12-31'),
    (120, 'TTLDXS',  'Tập thể lao động xuất sắc',            'COLLECTIVE', 'Luật Thi đua, khen thưởng 2022, Điều 27', '2024-01-01', null),
    (130, 'CO_TINH', 'Cờ thi đua của UBND tỉnh',             'COLLECTIVE', 'Luật Thi đua, khen thưởng (Luật năm 2022: Điều 26)', '2021-01-01', null),
    (140, 'CO_CP',   'Cờ thi đua của Chính phủ',             'COLLECTIVE', 'Luật Thi đua, khen thưởng (Luật năm 2022: Điều 25)', '2021-01-01', null),
    (150, 'GK_TT',   'Giấy khen (tập thể)',                  'COLLECTIVE', 'Luật Thi đua, khen thưởng (Luật năm 2022: Điều 75)', '2021-01-01', null),
    (160, 'BK_T_TT', 'Bằng khen của Chủ tịch UBND tỉnh (tập thể)', 'COLLECTIVE', 'Luật Thi đua, khen thưởng (Luật năm 2022: Điều 74)', '2021-01-01', null);

insert into check_rule (code, kind, name, legal_source, valid_from) values
    ('B01', 'WARN',  'Còn thành viên chưa ký giao ước: giao ước thiếu chữ ký',                     'Quy chế hoạt động của cụm, khối thi đua', '2021-01-01'),
    ('B02', 'BLOCK', 'Tỷ lệ vượt quá 100 %, hoặc không rõ tỷ lệ tính trên số nào',                 'Yêu cầu nghiệp vụ', '2021-01-01'),
    ('B14', 'WARN',  'Thành viên chưa đăng ký danh hiệu, chỉ tiêu thi đua',                        'Luật Thi đua, khen thưởng (Luật năm 2022: Điều 7); quy chế hoạt động của cụm, khối thi đua', '2021-01-01'),
    ('B15', 'WARN',  'Số đăng ký thấp hơn chỉ tiêu của giao ước',                                  'Nội dung giao ước của cụm, khối', '2021-01-01'),
    ('B16', 'WARN',  'Số Chiến sĩ thi đua cơ sở nhiều hơn số Lao động tiên tiến',                  'Luật Thi đua, khen thưởng (Luật năm 2022: Điều 23)', '2021-01-01');

insert into deadline_parameter (code, name, working_days, direction, legal_source, uncertain, valid_from) values
    ('COVENANT_DRAFT',           'Trưởng khối dự thảo giao ước',                                  10, 'AFTER',  'Quy chế hoạt động của cụm, khối thi đua', true, '2021-01-01'),
    ('COVENANT_COMMENT',         'Thành viên góp ý dự thảo giao ước',                              5, 'AFTER',  'Quy chế hoạt động của cụm, khối thi đua', true, '2021-01-01'),
    ('COVENANT_COMMENT_REMIND',  'Nhắc thành viên góp ý trước hạn',                                1, 'BEFORE', 'Yêu cầu nghiệp vụ', true, '2021-01-01'),
    ('COVENANT_REVISE',          'Trưởng khối hoàn thiện giao ước',                                5, 'AFTER',  'Quy chế hoạt động của cụm, khối thi đua', true, '2021-01-01'),
    ('COVENANT_REGISTER',        'Thành viên đăng ký danh hiệu, chỉ tiêu thi đua',                 7, 'AFTER',  'Quy chế hoạt động của cụm, khối thi đua', true, '2021-01-01'),
    ('COVENANT_REGISTER_REMIND', 'Nhắc thành viên đăng ký trước hạn',                              2, 'BEFORE', 'Yêu cầu nghiệp vụ', true, '2021-01-01'),
    ('COVENANT_CONFERENCE',      'Tổ chức hội nghị thống nhất giao ước',                          10, 'AFTER',  'Quy chế hoạt động của cụm, khối thi đua', true, '2021-01-01'),
    ('COVENANT_SIGN',            'Các thành viên ký giao ước',                                     5, 'AFTER',  'Quy chế hoạt động của cụm, khối thi đua', true, '2021-01-01'),
    ('COVENANT_SIGN_REMIND',     'Nhắc thành viên ký trước hạn',                                   1, 'BEFORE', 'Yêu cầu nghiệp vụ', true, '2021-01-01'),
    ('COVENANT_CONFIRM',         'Thành viên xác nhận bản ký giấy',                                3, 'AFTER',  'Yêu cầu nghiệp vụ', true, '2021-01-01'),
    ('COVENANT_REFUSAL',         'Trưởng khối giải quyết việc từ chối ký',                         3, 'AFTER',  'Yêu cầu nghiệp vụ', true, '2021-01-01'),
    ('COVENANT_DECIDE',          'Sở Nội vụ quyết định khi thiếu chữ ký',                          5, 'AFTER',  'Yêu cầu nghiệp vụ', true, '2021-01-01'),
    ('COVENANT_RECORD',          'Sở Nội vụ ghi nhận giao ước làm căn cứ chấm điểm',              10, 'AFTER',  'Quy chế hoạt động của cụm, khối thi đua', true, '2021-01-01'),
    ('COVENANT_ANNEX',           'Đơn vị kế thừa ký phụ lục giao ước',                            10, 'AFTER',  'Yêu cầu nghiệp vụ', true, '2021-01-01');
