package vn.giaouoc.integration;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;
import vn.giaouoc.shared.FieldError;

/**
 * The head of the API's description; paths and schemas come from the controllers, what fields and parameters mean from
 * {@code openapi-texts.yml}: business classes carry no words for readers of the API.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String PROBLEM_TYPE = "application/problem+json";

    /** What every refusal looks like. */
    private record Problem(String type, String title, int status, String detail, List<FieldError> errors) {
    }

    /**
     * Parameters by name; fields by schema and name: what they mean, or each of their values with its meaning.
     *
     * @param parameters e.g. {@code code: Mã phong trào}
     * @param schemas    e.g. {@code Period: {seq: Số thứ tự, status: {OPEN: đang mở}}}
     */
    record Texts(Map<String, String> parameters, Map<String, Map<String, Object>> schemas) {

        @SuppressWarnings("unchecked")
        static Texts read() {
            try (InputStream in = new ClassPathResource("openapi-texts.yml").getInputStream()) {
                Map<String, Object> read = new Yaml().load(in);
                return new Texts((Map<String, String>) read.get("parameters"), (Map<String, Map<String, Object>>) read.get("schemas"));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info().title("Giao Ước – REST API").version("1").description("""
                        Dành cho hệ thống khác: khởi tạo phong trào; đọc phong trào, nội dung trả lời và báo cáo của các đơn vị, \
                        báo cáo tổng hợp, các lần điều chỉnh, thu hồi, văn bản, tệp đính kèm; lập và đọc cụm, khối thi đua.

                        Lỗi theo RFC 9457 (`application/problem+json`): 400 không đọc được, 401 chưa xác thực, 403 không được phép, \
                        404 không có hoặc không được xem, 409 không thực hiện được ở trạng thái hiện tại, 413 quá lớn, \
                        422 dữ liệu chưa hợp lệ kèm `errors: [{field, message}]`. Ngày theo ISO 8601, văn bản UTF-8, lưu dạng NFC."""))
                .components(new Components().addSecuritySchemes("basic",
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic")))
                .addSecurityItem(new SecurityRequirement().addList("basic"));
    }

    @Bean
    OpenApiCustomizer meanings() {
        Texts texts = Texts.read();
        return api -> {
            ModelConverters.getInstance(true).readAll(Problem.class).forEach(api.getComponents()::addSchemas);
            api.getPaths().values().forEach(path -> path.readOperations().forEach(operation -> {
                operation.getResponses().addApiResponse("default", new ApiResponse().description("Lỗi").content(new Content()
                        .addMediaType(PROBLEM_TYPE, new MediaType().schema(new Schema<>().$ref(Problem.class.getSimpleName())))));
                if (operation.getParameters() != null) {
                    operation.getParameters().forEach(parameter -> parameter.setDescription(texts.parameters().get(parameter.getName())));
                }
            }));
            texts.schemas().forEach((schema, fields) -> fields.forEach((field, meaning) -> describe(api, schema, field, meaning)));
        };
    }

    /** A field given by its values also becomes an enumeration; what is written here and is not in the API is left out. */
    private static void describe(OpenAPI api, String schemaName, String field, Object meaning) {
        Schema<?> schema = api.getComponents().getSchemas().get(schemaName);
        @SuppressWarnings("unchecked")
        Schema<Object> described = schema == null || schema.getProperties() == null ? null : schema.getProperties().get(field);
        if (described == null) {
            return;
        }
        if (meaning instanceof Map<?, ?> values) {
            described.addType("string");
            described.setEnum(List.copyOf(values.keySet()));
            described.setDescription(values.entrySet().stream().map(value -> value.getKey() + ": " + value.getValue())
                    .collect(Collectors.joining("; ")));
        } else {
            described.setDescription((String) meaning);
        }
    }
}
