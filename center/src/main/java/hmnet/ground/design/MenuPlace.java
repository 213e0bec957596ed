package hmnet.ground.design;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Puts a page into the menu (メニューの項目). The address is that of its `@GetMapping`; who has the right its
/// `@Rule` asks for is offered it.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface MenuPlace {
    /// The key of its words; with `.about` behind it, what the home page says of it.
    String text();

    String icon();

    MenuGroup group();

    /// Where it stands in its group: the lowest number first, each number once.
    int order();
}
