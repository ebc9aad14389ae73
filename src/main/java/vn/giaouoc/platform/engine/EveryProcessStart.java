package vn.giaouoc.platform.engine;

import org.camunda.bpm.engine.delegate.ExecutionListener;

/** A listener that hears the start of every process instance, before its first element. */
public interface EveryProcessStart extends ExecutionListener {
}
