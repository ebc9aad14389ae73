package vn.giaouoc.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** A JSON document of the shape a type has, with something plausible in each field; so no endpoint has to be described. */
final class Skeleton {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Skeleton() {
    }

    static JsonNode of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        Class<?> kind = (Class<?>) type;
        if (kind.isRecord()) {
            return record(kind);
        }
        if (kind.isEnum()) {
            return NODES.textNode(((Enum<?>) kind.getEnumConstants()[0]).name());
        }
        return simple(kind);
    }

    private static JsonNode generic(Class<?> raw, Type[] of) {
        if (Map.class.isAssignableFrom(raw)) {
            ObjectNode map = NODES.objectNode();
            boolean named = of[0] instanceof Class<?> key && key.isEnum();
            map.set(named ? of(of[0]).textValue() : "C02", of(of[1]));
            return map;
        }
        ArrayNode list = NODES.arrayNode();
        return Collection.class.isAssignableFrom(raw) ? list.add(of(of[0])) : list;
    }

    private static JsonNode record(Class<?> kind) {
        ObjectNode object = NODES.objectNode();
        for (RecordComponent field : kind.getRecordComponents()) {
            object.set(field.getName(), of(field.getGenericType()));
        }
        return object;
    }

    private static JsonNode simple(Class<?> kind) {
        if (kind == boolean.class || kind == Boolean.class) {
            return NODES.booleanNode(true);
        }
        if (kind == LocalDate.class) {
            return NODES.textNode("2024-05-20");
        }
        if (kind == LocalDateTime.class) {
            return NODES.textNode("2021-01-01T00:00"); // before any clock of the tests: the trial's clock never goes back
        }
        if (kind == UUID.class) {
            return NODES.textNode("00000000-0000-0000-0000-000000000001");
        }
        if (kind.isPrimitive() || Number.class.isAssignableFrom(kind)) {
            return NODES.numberNode(1);
        }
        return JsonNode.class.isAssignableFrom(kind) ? NODES.objectNode().put("title", "x") : NODES.textNode("x");
    }
}
