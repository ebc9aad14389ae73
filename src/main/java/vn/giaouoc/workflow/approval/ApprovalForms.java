package vn.giaouoc.workflow.approval;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.giaouoc.document.ApprovalStep;
import vn.giaouoc.document.Papers;

/** The approvers' forms, one for each user task of the chain. */
@Configuration(proxyBeanMethods = false)
class ApprovalForms {

    @Bean
    ApprovalForm approveDivisionForm(Papers papers, PaperSubjects subjects) {
        return new ApprovalForm("approveDivision", ApprovalStep.DIVISION, "Đồng ý: trình Giám đốc Sở Nội vụ ký tờ trình.", papers,
                subjects);
    }

    @Bean
    ApprovalForm approveDirectorForm(Papers papers, PaperSubjects subjects) {
        return new ApprovalForm("approveDirector", ApprovalStep.DIRECTOR,
                "Đồng ý: tờ trình và dự thảo được chuyển Văn phòng UBND tỉnh kiểm tra.", papers, subjects);
    }

    @Bean
    ApprovalForm checkFormForm(Papers papers, PaperSubjects subjects) {
        return new ApprovalForm("checkForm", ApprovalStep.OFFICE, "Đồng ý: trình lãnh đạo UBND tỉnh ký.", papers, subjects);
    }

    @Bean
    ApprovalForm signPaperForm(Papers papers, PaperSubjects subjects) {
        return new ApprovalForm("signPaper", ApprovalStep.SIGN, "Ký: văn thư vào sổ, ngày và ban hành.", papers, subjects);
    }
}
