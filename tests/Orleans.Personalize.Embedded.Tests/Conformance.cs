using Orleans.Personalize.Conformance.for_IPersonalizer;

namespace Orleans.Personalize.Embedded.Tests;

// The shared facts, each group on a host of its own.
public sealed class Audiences_of_titles(EmbeddedHost host) : Audiences_of_titles<EmbeddedHost>(host);

public sealed class Changing_models(EmbeddedHost host) : Changing_models<EmbeddedHost>(host);

public sealed class Editorial_rules(EmbeddedHost host) : Editorial_rules<EmbeddedHost>(host);

public sealed class Erasing_and_exporting(EmbeddedHost host) : Erasing_and_exporting<EmbeddedHost>(host);

public sealed class Experiments_of_the_service(EmbeddedHost host) : Experiments_of_the_service<EmbeddedHost>(host);

public sealed class Extensions_of_the_service(EmbeddedHost host) : Extensions_of_the_service<EmbeddedHost>(host);

public sealed class Home_pages(EmbeddedHost host) : Home_pages<EmbeddedHost>(host);

public sealed class Households(EmbeddedHost host) : Households<EmbeddedHost>(host);

public sealed class Merging_profiles(EmbeddedHost host) : Merging_profiles<EmbeddedHost>(host);

public sealed class Notifications(EmbeddedHost host) : Notifications<EmbeddedHost>(host);

public sealed class Pages_that_go_on(EmbeddedHost host) : Pages_that_go_on<EmbeddedHost>(host);

public sealed class Profile_settings(EmbeddedHost host) : Profile_settings<EmbeddedHost>(host);

public sealed class Recommendations(EmbeddedHost host) : Recommendations<EmbeddedHost>(host);

public sealed class Recording_concurrently(EmbeddedHost host) : Recording_concurrently<EmbeddedHost>(host);

public sealed class Recording_events(EmbeddedHost host) : Recording_events<EmbeddedHost>(host);

public sealed class Restarting(EmbeddedHost host) : Restarting<EmbeddedHost>(host);

public sealed class Searching(EmbeddedHost host) : Searching<EmbeddedHost>(host);

public sealed class The_catalogue(EmbeddedHost host) : The_catalogue<EmbeddedHost>(host);

public sealed class Title_pages_and_similar_titles(EmbeddedHost host) : Title_pages_and_similar_titles<EmbeddedHost>(host);
