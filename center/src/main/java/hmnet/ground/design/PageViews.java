package hmnet.ground.design;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/// Lets a controller name a template as its view (テンプレートの解決): `return "office/portal/home"`.
@Component
class PageViews implements ViewResolver, Ordered {
    private final Pages pages;
    private final Frames frames;

    PageViews(Pages pages, Frames frames) {
        this.pages = pages;
        this.frames = frames;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        return name.indexOf(':') < 0 && pages.knows(name) ? new PageView(name) : null;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 10;
    }

    private class PageView implements View {
        private final String template;

        PageView(String template) {
            this.template = template;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            var frame = frames.of(request);
            var page = pages.render(template, frame, model == null ? Map.of() : model);
            response.setContentType(getContentType());
            response.setHeader("Cache-Control", "no-store");
            response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
        }
    }
}
