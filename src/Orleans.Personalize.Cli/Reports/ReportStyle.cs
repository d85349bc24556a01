namespace Orleans.Personalize.Cli.Reports;

/// <summary>What all reports share.</summary>
internal static class ReportStyle
{
    public const string Css = """
        :root { --ink: #1b1f24; --soft: #5b6570; --line: #dfe3e8; --ground: #ffffff; --panel: #f5f7f9; --accent: #b3202c; --accent-soft: #e2a3a8; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --soft: #9aa4af; --line: #2c333b; --ground: #111418; --panel: #191d23; --accent: #ff6b6f; --accent-soft: #8a3d42; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; font-variant-numeric: tabular-nums; }
        main { max-width: 1060px; margin: 0 auto; padding: 40px 24px 64px; }
        h1 { font-size: 30px; line-height: 1.2; margin: 0 0 8px; letter-spacing: -.01em; }
        h2 { font-size: 19px; margin: 44px 0 12px; }
        .kicker { margin: 0 0 6px; color: var(--accent); font-weight: 600; font-size: 13px; letter-spacing: .06em; text-transform: uppercase; }
        .facts { color: var(--soft); margin: 0 0 14px; }
        .command { background: var(--panel); border: 1px solid var(--line); border-radius: 8px; padding: 10px 14px; margin: 0; white-space: pre-wrap; font-size: 13px; }
        .tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(168px, 1fr)); gap: 12px; }
        .tile { background: var(--panel); border: 1px solid var(--line); border-radius: 10px; padding: 12px 16px; }
        .tile p { margin: 0; }
        .tile .name { color: var(--soft); font-size: 13px; }
        .tile .value { font-size: 25px; font-weight: 650; line-height: 1.3; }
        .interval { color: var(--soft); font-size: 12.5px; white-space: nowrap; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; font-size: 14px; }
        th { text-align: left; font-weight: 600; color: var(--soft); border-bottom: 2px solid var(--line); padding: 6px 14px 6px 0; }
        td { border-bottom: 1px solid var(--line); padding: 7px 14px 7px 0; vertical-align: top; }
        code { font-size: 12.5px; overflow-wrap: anywhere; }
        svg { display: block; width: 100%; height: auto; margin: 4px 0 10px; }
        svg.chart { max-width: 820px; }
        svg.plot { max-width: 430px; }
        svg text { fill: var(--soft); font: 12.5px system-ui, sans-serif; }
        svg .label { text-anchor: end; fill: var(--ink); }
        svg .tick { text-anchor: middle; }
        svg .number { fill: var(--ink); font-weight: 600; }
        svg .grid { stroke: var(--line); stroke-width: 1; }
        svg .whole { stroke: var(--soft); stroke-width: 1.5; stroke-dasharray: 4 4; }
        svg .whisker { stroke: var(--accent-soft); stroke-width: 4; stroke-linecap: round; }
        svg .path { fill: none; stroke: var(--accent); stroke-width: 1.5; }
        svg .dot { fill: var(--accent); }
        .beside { display: grid; grid-template-columns: minmax(280px, 430px) 1fr; gap: 28px; align-items: start; }
        @media (max-width: 760px) { .beside { grid-template-columns: 1fr; } }
        .reading { color: var(--soft); font-size: 14px; }
        .reading dt { color: var(--ink); font-weight: 600; margin-top: 8px; }
        .reading dd { margin: 0; }
        """;

    public const string Reading = """
        <section class="reading"><h2>How to read this</h2>
        <p>All titles are ranked, none are sampled; titles the profile knows are no candidates; ties count at their average rank. Beside each figure stands its 95 % confidence interval: where a profile is asked several times, its answers count as one cluster. In charts the dot is the figure, the bar its interval, the dashed line the figure of all answers. An interval that only just misses another is no proof of a difference.</p>
        <dl>
        <dt>HR@k, Recall@k</dt><dd>Whether a held-out title is among the first k; how many of them are, of as many as there could be.</dd>
        <dt>NDCG@k, MRR@k</dt><dd>The same, and the higher on the list the better.</dd>
        <dt>Coverage@k</dt><dd>Share of the catalogue that is among the first k of somebody's answer.</dd>
        <dt>Novelty@k</dt><dd>How little known the first k titles are, in bits: each bit halves the share of profiles that know them.</dd>
        <dt>Diversity@k</dt><dd>Share of genres that two of the first k titles do not have in common.</dd>
        <dt>ECE, AUC, Brier</dt><dd>How far the match score is from what comes true on average; how often it puts what is liked above what is not; its mean squared error.</dd>
        <dt>Head, torso, tail</dt><dd>The most played titles that make up half of the training events; the next two fifths; the rest.</dd>
        </dl></section>

        """;
}
