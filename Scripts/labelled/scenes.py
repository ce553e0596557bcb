"""The register of scenarios: each tells one conversation, or one bot's night, and says what must be found in it."""

from types import SimpleNamespace

HISTORY, STREAMS, WEBHOOK, CONSUMER = ("history",), ("sdk", "socket", "text"), ("webhook",), ("consumer",)
EVERYWHERE = HISTORY + STREAMS + WEBHOOK
CHATS, SHIFTS = [], []


def scene(name, share, layouts, decoy=False, channel=("web", "app", "whatsapp"), images=None, joint=True, **traits):
    """Registers the story of one conversation; `share` is how many there are among 20,000.

    Traits are counted where bots are put together: `waits` (the bot is slow or silent), `first` (the bot speaks first),
    `limit` (a text exactly at the limit); of each a bot may have only a few, so that rates and clusters stay planned.
    """

    def register(tell):
        CHATS.append(
            SimpleNamespace(
                name=name,
                share=share,
                layouts=layouts,
                decoy=decoy,
                channel=channel,
                images=images,
                joint=joint,
                traits=traits,
                tell=tell,
            )
        )
        return tell

    return register


def decoy(name, layouts, share=102, **more):
    """Registers a conversation that only looks like a problem."""
    return scene(name, share, layouts, decoy=True, **more)


def night_of_bot(name, share, layouts, decoy=False, images=None, early=False):
    """Registers the story of one bot's whole night; `early` plays it some weeks before."""

    def register(tell):
        SHIFTS.append(
            SimpleNamespace(name=name, share=share, layouts=layouts, decoy=decoy, images=images, early=early, tell=tell)
        )
        return tell

    return register
