package vn.giaouoc.workflow.notification;

/** The contract of {@code processes/mail-delivery/mail-delivery.bpmn}. Business key: {@code GT-000012}. */
public final class DeliveryProcess {

    public static final String KEY = "mail-delivery";

    /** Name of {@link vn.giaouoc.notification.MailDelivery.Next}. */
    static final String NEXT = "next";

    private DeliveryProcess() {
    }
}
