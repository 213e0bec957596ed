package hmnet.ground.routes;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Names the fields of a route in which its page itself looks for an individual number (個人番号を画面が確かめる欄), since it says
/// more of it, or since a chart number may look like one. In every other field the gate refuses it.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ChecksNumbers {
    String[] value();
}
