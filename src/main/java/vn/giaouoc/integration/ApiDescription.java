package vn.giaouoc.integration;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of the API's description; the rest comes from the controllers. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info().title("Giao Ước – REST API").version("1").description("""
                        Dành cho hệ thống khác: khởi tạo phong trào, đọc phong trào và nội dung trả lời của các đơn vị, tệp đính kèm.

                        Lỗi theo RFC 9457 (`application/problem+json`): 400 không đọc được, 401 chưa xác thực, 403 không được phép, \
                        404 không có hoặc không được xem, 409 không thực hiện được ở trạng thái hiện tại, 413 quá lớn, \
                        422 dữ liệu chưa hợp lệ kèm `errors: [{field, message}]`. Ngày theo ISO 8601, văn bản UTF-8, lưu dạng NFC."""))
                .components(new Components().addSecuritySchemes("basic",
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic")))
                .addSecurityItem(new SecurityRequirement().addList("basic"));
    }
}
