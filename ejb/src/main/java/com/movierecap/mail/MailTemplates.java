package com.movierecap.mail;

import com.movierecap.i18n.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes letters: the words of {@code i18n} in the template, once as HTML and once as text. */
@ApplicationScoped
public class MailTemplates {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");
  private static final String TEMPLATE = template("letter.html");
  private static final String BUTTON = template("button.html");

  private final Links links;

  protected MailTemplates() {
    this(new Links());
  }

  @Inject
  public MailTemplates(Links links) {
    this.links = links;
  }

  MailMessage write(Mail mail, Mail.Content content, MailSender tenant) {
    var words = Messages.in(mail.language());
    var key = "mail." + mail.kind().slug();
    var arguments = new ArrayList<String>();
    arguments.add(MailMessage.oneLine(tenant.displayName()));
    content.words().forEach(word -> arguments.add(MailMessage.oneLine(word)));
    var filled = arguments.toArray();
    var subject = words.get(key + ".subject", filled);
    var text = words.get(key + ".text", filled);
    var after = words.get(key + ".after", filled);
    var foot = words.get("mail.foot", filled);
    var link = link(mail.kind(), content.token(), tenant);
    var button = link == null ? "" : words.get(key + ".button");
    var plain =
        subject
            + "\n\n"
            + text
            + (link == null ? "" : "\n\n" + button + ":\n" + link)
            + "\n\n"
            + after
            + "\n\n-- \n"
            + foot
            + "\n";
    var html =
        fill(
            TEMPLATE,
            Map.of(
                "language", mail.language().tag(),
                "direction", mail.language().direction(),
                "product", escaped(words.get("product.name")),
                "subject", escaped(subject),
                "text", escaped(text),
                "button", link == null ? "" : button(words, button, link),
                "after", escaped(after),
                "foot", escaped(foot)));
    return new MailMessage(mail.id(), mail.recipient(), mail.language(), subject, plain, html);
  }

  private @Nullable String link(MailKind kind, @Nullable String token, MailSender tenant) {
    var page = kind.page();
    return page == null || token == null ? null : links.to(tenant, page, token);
  }

  private static String button(Messages words, String label, String link) {
    return fill(
        BUTTON,
        Map.of(
            "label", escaped(label),
            "link", escaped(link),
            "otherwise", escaped(words.get("mail.otherwise"))));
  }

  /** In one pass: what fills a place is not looked at again. */
  private static String fill(String template, Map<String, String> values) {
    return PLACE
        .matcher(template)
        .replaceAll(
            found ->
                java.util.regex.Matcher.quoteReplacement(
                    values.getOrDefault(found.group(1), found.group())));
  }

  /** For text and attributes of HTML. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String template(String name) {
    try (var in = MailTemplates.class.getResourceAsStream("/mail/" + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
