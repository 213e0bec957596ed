package hmnet.ground.routes;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Names a route's connector and the right it asks for (S020). A handler without one is refused, and the
/// build fails.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Rule {
    Connector on() default Connector.WEB;

    Right value();
}
