package vn.giaouoc.workflow.notification;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.giaouoc.notification.MailDelivery;

/** "Gửi thư": one batch of letters in a job of its own. */
@Component
class SendMailsDelegate implements JavaDelegate {

    private final MailDelivery delivery;

    SendMailsDelegate(MailDelivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public void execute(DelegateExecution execution) throws MailDelivery.NotDelivered {
        execution.setVariable(DeliveryProcess.NEXT, delivery.send(execution.getProcessBusinessKey()).name());
    }
}
