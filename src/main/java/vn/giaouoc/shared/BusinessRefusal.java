package vn.giaouoc.shared;

/**
 * The one base of every "no" the product says for a business reason. Its message is Vietnamese and is shown to the
 * official as it is; nothing has been changed when it is thrown out of a use case.
 */
public abstract class BusinessRefusal extends RuntimeException {

    protected BusinessRefusal(String message) {
        super(message);
    }
}
