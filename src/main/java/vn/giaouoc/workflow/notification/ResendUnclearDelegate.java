package vn.giaouoc.workflow.notification;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.notification.MailDelivery;

/** "Gửi lại thư không rõ kết quả": stops at first, so that the supervisor decides. */
@Component
class ResendUnclearDelegate implements JavaDelegate {

    private final MailDelivery delivery;

    ResendUnclearDelegate(MailDelivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public void execute(DelegateExecution execution) throws MailDelivery.NotDelivered {
        delivery.sendUnclear(execution.getProcessBusinessKey());
    }
}
