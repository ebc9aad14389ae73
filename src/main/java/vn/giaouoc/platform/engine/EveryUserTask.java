package vn.giaouoc.platform.engine;

import org.camunda.bpm.engine.delegate.TaskListener;

/** A listener that hears {@link TaskListener#EVENTNAME_ASSIGNMENT} and {@link TaskListener#EVENTNAME_COMPLETE} of every user task. */
public interface EveryUserTask extends TaskListener {
}
