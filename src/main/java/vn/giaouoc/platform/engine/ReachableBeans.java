package vn.giaouoc.platform.engine;

import java.util.AbstractMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * The beans an expression in a model may name: the delegates, nothing else. Without it every Spring bean, the data
 * source included, answers to {@code ${...}}. Looked up late, because delegates need the engine that needs this map.
 */
final class ReachableBeans extends AbstractMap<Object, Object> {

    private final ListableBeanFactory beans;
    private final Set<String> names;

    ReachableBeans(ListableBeanFactory beans) {
        this.beans = beans;
        this.names = Set.of(beans.getBeanNamesForType(JavaDelegate.class, true, false));
    }

    @Override
    public boolean containsKey(Object key) {
        return key instanceof String name && names.contains(name);
    }

    @Override
    public Object get(Object key) {
        return containsKey(key) ? beans.getBean((String) key) : null;
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return names.stream().collect(Collectors.toMap(name -> (Object) name, beans::getBean)).entrySet();
    }
}
